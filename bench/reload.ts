import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { measureLoopLag } from "./reload/loop-lag.ts";
import { percentile } from "./reload/percentile.ts";
import { startLoad } from "./reload/question-load.ts";
import { startOn } from "./reload/running.ts";

/**
 * Reloads under questions: `node bench/reload.ts [FOLDER or ARCHIVE.tar.gz] [--reloads 10] [--rate 30] [--seconds 900]
 * [--json] [--check]`. Each reload takes up a changed page. `--check` ends with 1 where a goal is missed.
 */
const { values: args, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    reloads: { type: "string", default: "10" },
    rate: { type: "string", default: "30" },
    /** No further reload is begun after this. */
    seconds: { type: "string", default: "900" },
    json: { type: "boolean", default: false },
    check: { type: "boolean", default: false },
  },
});
const ARCHIVE = "../shared/eval/markdown-cpp-docs.tar.gz";
/** Until the old snapshot is closed. */
const REST_MS = 2_000;
/** Until V8 gives back to the system what a thread has dropped: it keeps it for eight seconds. */
const GIVEN_BACK_MS = 15_000;
/** Questions leave garbage that comes and goes by tens of megabytes: the memory is the median of so many looks. */
const LOOKS = 20;
const LOOK_EVERY_MS = 500;
/** Until the next thread is started and waits. */
const SPARE_MS = 6_000;
const MB = 1_048_576;

interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly goal?: number;
}

function questionsIn(folder: string): readonly string[] {
  const script = new URL("reload/print-questions.ts", import.meta.url).pathname;
  return JSON.parse(
    execFileSync(process.execPath, [script, folder], { encoding: "utf8" }),
  ) as string[];
}

async function residentMemory(): Promise<number> {
  await pause(GIVEN_BACK_MS);
  const looks: number[] = [];
  while (looks.length < LOOKS) {
    looks.push(process.memoryUsage().rss);
    await pause(LOOK_EVERY_MS);
  }
  return percentile(
    looks.toSorted((a, b) => a - b),
    0.5,
  );
}

async function large(folder: string): Promise<readonly Figure[]> {
  const questions = questionsIn(folder);
  const running = await startOn(folder);
  const { knowledge, assistant } = running;
  const load = startLoad(assistant, questions, Number(args.rate));
  const lag = measureLoopLag();
  const end = performance.now() + Number(args.seconds) * 1_000;
  load.know(knowledge.snapshot.facts.version, 0);

  async function reload(edition: number): Promise<number> {
    running.publish(edition);
    const began = performance.now();
    const { after, changed } = await knowledge.reload();
    const seconds = (performance.now() - began) / 1_000;
    if (!changed) throw new Error(`edition ${edition} was not taken up`);
    load.know(after.version, edition);
    await pause(REST_MS);
    return seconds;
  }

  // Warm: both threads have been at work, one of them anew, and every path of this one has been compiled.
  await pause(REST_MS);
  await reload(1);
  await pause(REST_MS);
  await reload(2);
  const rss = await residentMemory();
  load.take();
  lag.take();
  const seconds: number[] = [];
  while (seconds.length < Number(args.reloads) && performance.now() < end) {
    seconds.push(await reload(seconds.length + 3));
    if (!args.json) {
      const now = (process.memoryUsage().rss / MB).toFixed(0);
      process.stderr.write(
        `reload ${seconds.length}: ${seconds.at(-1)?.toFixed(1)} s, ${now} MB\n`,
      );
    }
  }
  const late = lag.take();
  const asked = load.take();
  const grown = (await residentMemory()) / rss - 1;
  await load.stop();
  lag.stop();
  const { pages: count, passages } = knowledge.snapshot.facts;
  await running.close();
  const sorted = seconds.toSorted((a, b) => a - b);
  return [
    { name: "pages", value: count, unit: "" },
    { name: "passages", value: passages, unit: "" },
    { name: "reloads", value: seconds.length, unit: "" },
    { name: "reload, median", value: percentile(sorted, 0.5), unit: "s" },
    { name: "reload, longest", value: sorted.at(-1) ?? 0, unit: "s", goal: 20 },
    { name: "event loop lag, median", value: late.p50, unit: "ms" },
    { name: "event loop lag, p99", value: late.p99, unit: "ms", goal: 20 },
    { name: "event loop lag, most", value: late.most, unit: "ms", goal: 50 },
    { name: "of it this thread's own, most", value: late.own, unit: "ms" },
    { name: "questions asked", value: asked.asked, unit: "" },
    { name: "questions answered", value: asked.found, unit: "" },
    { name: "question, median", value: asked.p50, unit: "ms" },
    { name: "question, p99", value: asked.p99, unit: "ms", goal: 100 },
    { name: "question, longest", value: asked.most, unit: "ms" },
    { name: "questions failed", value: asked.errors, unit: "", goal: 0 },
    { name: "answers of two versions", value: asked.mixed, unit: "", goal: 0 },
    { name: "resident memory", value: rss / MB, unit: "MB" },
    { name: "resident memory grown by", value: grown * 100, unit: "%", goal: 10 },
  ];
}

async function shipped(): Promise<readonly Figure[]> {
  const running = await startOn("knowledge");
  const times: number[] = [];
  for (let edition = 1; edition <= 5; edition++) {
    await pause(SPARE_MS);
    running.publish(edition);
    // What was written just now is read again a moment later: that wait is not the reload's.
    await pause(200);
    times.push((await running.knowledge.reload()).ms);
  }
  await running.close();
  const median = percentile(
    times.sort((a, b) => a - b),
    0.5,
  );
  return [{ name: "reload of the shipped knowledge", value: median, unit: "ms", goal: 300 }];
}

/** The folder with the pages, and whether it is one to throw away. */
function unpacked(given: string): { readonly folder: string; readonly own: boolean } {
  if (!existsSync(given)) throw new Error(`There is no ${given}: give a folder or an archive`);
  if (!given.endsWith(".tar.gz")) return { folder: given, own: false };
  const folder = mkdtempSync(join(tmpdir(), "docent-bench-pages-"));
  execFileSync("tar", ["-xzf", given, "-C", folder]);
  return { folder, own: true };
}

const { folder, own } = unpacked(positionals[0] ?? ARCHIVE);
const figures = [...(await shipped()), ...(await large(folder))];
if (own) rmSync(folder, { recursive: true, force: true });

const missed = figures.filter(({ value, goal }) => goal !== undefined && value > goal);
if (args.json) process.stdout.write(`${JSON.stringify(figures)}\n`);
else {
  for (const figure of figures) {
    const { name, value, unit, goal } = figure;
    const shown = value.toFixed(Number.isInteger(value) ? 0 : 1);
    const verdict = goal === undefined ? "" : missed.includes(figure) ? "MISSED" : "ok";
    const wanted = goal === undefined ? "" : `goal ${goal} ${unit}`;
    process.stdout.write(
      `${name.padEnd(34)}${shown.padStart(9)} ${unit.padEnd(4)}${wanted.padEnd(14)}${verdict}\n`,
    );
  }
}
if (args.check && missed.length > 0) process.exitCode = 1;
