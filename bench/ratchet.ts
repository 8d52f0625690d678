/**
 * Fails when a figure of quality falls by more than its noise: `node bench/ratchet.ts`. The sets are not part of the repository;
 * where they are absent it says so and passes. `--update` holds everybody to today's figures (bench/ratchet.json).
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Figures } from "./quality/figures.ts";
import { measure } from "./quality/measure.ts";
import { baselineOf, fallen } from "./quality/ratchet.ts";
import type { Baseline } from "./quality/ratchet.ts";
import { readQuestions, readSet } from "./quality/read-set.ts";

const SETS = new URL("../../shared/eval/", import.meta.url);
const BASELINE = new URL("ratchet.json", import.meta.url);
/** Every so many questions of a set, so that all of it takes some seconds. */
const EVERY: Readonly<Record<string, number>> = {
  squad2: 4,
  "xquad-en": 2,
  stackfaq: 1,
  chromamd: 1,
  "hint3-curekart": 1,
};
const FOREIGN = 200;

if (existsSync(SETS)) {
  const rows = await measured();
  if (process.argv.includes("--update")) {
    writeFileSync(BASELINE, `${JSON.stringify(baselineOf(rows), undefined, 2)}\n`);
    console.log("bench/ratchet.json holds today's figures.");
  } else {
    report(fallen(JSON.parse(readFileSync(BASELINE, "utf8")) as Baseline, rows), rows.length);
  }
} else {
  console.log(
    "Quality ratchet skipped: the question sets (../shared/eval) are not on this machine.",
  );
}

async function measured(): Promise<Figures[]> {
  const path = (name: string): string => fileURLToPath(new URL(name, SETS));
  const foreign = readQuestions(path("out-of-domain-questions.jsonl")).slice(0, FOREIGN);
  const rows: Figures[] = [];
  for (const [name, every] of Object.entries(EVERY)) {
    const set = readSet(path(name));
    const fewer = { ...set, questions: set.questions.filter((_, index) => index % every === 0) };
    const plain = { foreign, near: 1, typos: undefined, threshold: undefined };
    rows.push((await measure(fewer, plain)).figures);
  }
  return rows;
}

function report(falls: readonly string[], sets: number): void {
  if (falls.length === 0) {
    console.log(`Quality ratchet: no figure of ${sets} sets fell by more than its noise.`);
    return;
  }
  console.error(`Quality ratchet: ${falls.length} figures fell.\n${falls.join("\n")}`);
  console.error(
    "Repair it, or where the loss is meant, run `node bench/ratchet.ts --update` and say why in the commit.",
  );
  process.exitCode = 1;
}
