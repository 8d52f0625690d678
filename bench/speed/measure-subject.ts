import { systemClock } from "../../adapters/node/clock.ts";
import { collectGarbage } from "../../adapters/node/collect-garbage.ts";
import { folderSource } from "../../adapters/node/folder-source.ts";
import { passagesOf } from "../../src/knowledge/passages.ts";
import { percentile } from "../quality/metrics.ts";
import type { Figures } from "./figures.ts";
import { questionsFrom } from "./questions.ts";
import { buildSubject } from "./subjects.ts";
import type { Subject } from "./subjects.ts";

const QUESTIONS = 1_000;
/** Asked before anything is measured: a process that serves has been asked before, and V8 has compiled what answers. */
const WARM_UP_MS = 3_000;
/** A slow engine is asked for so long and no longer. */
const ASKING_MS = 20_000;

/** Measures one subject in this process, which should do nothing else. Garbage is collected where Docent does so, too: after a build. */
export async function measureSubject(subject: Subject, folder: string): Promise<Figures> {
  const before = await heldBytes();
  const { ask, questions, buildMs, ...counts } = await built(subject, folder);
  // What it was built from is nobody's any more: only what is needed to answer is held.
  const memoryMb = ((await heldBytes()) - before) / 1_000_000;

  const warm = performance.now() + WARM_UP_MS;
  for (const question of questions.toReversed()) {
    await ask(question);
    if (performance.now() > warm) break;
  }
  const times: number[] = [];
  const until = performance.now() + ASKING_MS;
  for (const question of questions) {
    const asked = performance.now();
    if (asked > until) break;
    await ask(question);
    times.push(performance.now() - asked);
  }
  return {
    subject,
    state: "measured",
    ...counts,
    buildMs,
    pagesPerSecond: counts.pages / (buildMs / 1_000),
    memoryMb,
    residentMb: process.memoryUsage.rss() / 1_000_000,
    questions: times.length,
    p50Ms: percentile(times, 0.5),
    p99Ms: percentile(times, 0.99),
  };
}

async function built(subject: Subject, folder: string) {
  const pages = await folderSource({ folder, clock: systemClock }).read();
  const passages = pages.pages.flatMap((page) =>
    passagesOf(page).passages.map(({ passage }) => passage),
  );
  const questions = questionsFrom(passages, QUESTIONS);
  const { build } = await buildSubject(subject, pages, passages);
  await collectGarbage();
  const began = performance.now();
  const ask = await build();
  const buildMs = performance.now() - began;
  return { ask, questions, buildMs, pages: pages.pages.length, passages: passages.length };
}

async function heldBytes(): Promise<number> {
  await collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
