import { systemClock } from "../../adapters/node/clock.ts";
import { digest } from "../../adapters/node/digest.ts";
import { englishWords } from "../../adapters/node/english-words.ts";
import { folderSource } from "../../adapters/node/folder-source.ts";
import { chatScreens } from "../../cli/screens.ts";
import { checkKnowledge, testKnowledge } from "../../src/authoring.ts";
import { buildSnapshot } from "../../src/building.ts";
import type { Problem } from "../../src/index.ts";

/** What authors are told of the shipped knowledge. */
export interface AuthoredShipped {
  /** How many questions each page says that it answers. */
  readonly answers: Readonly<Record<string, number>>;
  readonly problems: readonly Problem[];
  readonly tested: number;
  /** What is declared and does not hold: page, line and question. */
  readonly failing: readonly string[];
}

/**
 * Run as a process of its own, where nobody counts what of the code has run: it asks thousands of questions, which would take
 * three times as long. Its argument is the day it is, in epoch ms.
 */
const now = Number(process.argv[2]);
const source = await folderSource({ folder: "knowledge", clock: systemClock }).read();
const snapshot = await buildSnapshot(source, {
  isWord: englishWords(),
  hash: digest,
  now: () => performance.now(),
});
const problems = await checkKnowledge(source, snapshot, { now, screens: chatScreens(now) });
const { tested } = await testKnowledge(source, snapshot);
const answers = (await snapshot.declared()).filter(({ kind }) => kind === "answers");
const answersOf = (path: string): number => answers.filter(({ page }) => page === path).length;
const authored: AuthoredShipped = {
  answers: Object.fromEntries(source.pages.map(({ path }) => [path, answersOf(path)])),
  problems,
  tested: tested.length,
  failing: tested
    .filter(({ holds }) => !holds)
    .map(({ page, line, text }) => `${page}:${line} ${text}`),
};
process.stdout.write(JSON.stringify(authored));
