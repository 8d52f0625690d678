/** `npm run -s bench:quality -- --help` says what it does; docs/quality.md holds what it printed. */
import { readFileSync, writeFileSync } from "node:fs";
import { THRESHOLD } from "../src/answer/weights.ts";
import { readArguments } from "./quality/arguments.ts";
import type { QualityArguments } from "./quality/arguments.ts";
import { curveSvg, precisionCoverage } from "./quality/curve.ts";
import { BenchFault } from "./quality/fault.ts";
import { isRight, rankingFigures } from "./quality/figures.ts";
import type { Figures } from "./quality/figures.ts";
import { measure } from "./quality/measure.ts";
import type { Measured } from "./quality/measure.ts";
import { mean } from "./quality/metrics.ts";
import { askOthers } from "./quality/others.ts";
import { qualityPage } from "./quality/page.ts";
import type { QuestionSet } from "./quality/question-set.ts";
import { readQuestions, readSet } from "./quality/read-set.ts";
import { terminalTable } from "./quality/table.ts";
import { withTypos } from "./quality/variants.ts";

try {
  await run(readArguments(process.argv.slice(2)));
} catch (error) {
  if (!(error instanceof BenchFault)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

async function run(options: QualityArguments): Promise<void> {
  const foreign = options.ood === undefined ? [] : readQuestions(options.ood);
  const sets = options.folders.map((folder) => readSet(folder)); // all faults before any work
  const measured: Measured[] = [];
  for (const set of sets) {
    // The page tells what typos cost, so it needs the questions as they are.
    const one = await measure(set, {
      ...options,
      typos: options.markdown ? undefined : options.typos,
      foreign,
    });
    if (options.json) console.log(JSON.stringify(one.figures, rounded));
    measured.push(one);
  }
  const typos = options.markdown ? undefined : options.typos;
  const others = options.compare
    ? sets.map((set) => ({
        set: set.name,
        rows: otherFigures(typos === undefined ? set : withTypos(set, typos)),
      }))
    : [];
  if (options.curve !== undefined)
    writeFileSync(options.curve, curveSvg(curvesOf(measured), options.threshold ?? THRESHOLD));
  if (options.json) {
    for (const { set, rows } of others)
      for (const { set: engine, ...row } of rows)
        console.log(JSON.stringify({ ...row, set, engine }, rounded));
  } else if (options.markdown) {
    console.log(await pageOf(measured, sets, others, options));
  } else {
    console.log(terminalTable(measured.map(({ figures }) => figures)));
    for (const { set, rows } of others) console.log(`\n${set}\n${terminalTable(rows)}`);
  }
}

function otherFigures(set: QuestionSet): Figures[] {
  return askOthers(set).map(({ engine, rankings }) => {
    const { figures, intervals } = rankingFigures(rankings);
    return { set: engine, ...figures, intervals };
  });
}

function curvesOf(
  measured: readonly Measured[],
): { name: string; points: ReturnType<typeof precisionCoverage> }[] {
  return measured.map(({ figures, asked, foreign }) => ({
    name: figures.set,
    points: precisionCoverage(
      [...asked, ...foreign].map((one) => ({ confidence: one.confidence, right: isRight(one) })),
    ),
  }));
}

async function pageOf(
  measured: readonly Measured[],
  sets: readonly QuestionSet[],
  others: readonly { readonly set: string; readonly rows: readonly Figures[] }[],
  options: QualityArguments,
): Promise<string> {
  const { version } = JSON.parse(
    readFileSync(new URL("../package.json", import.meta.url), "utf8"),
  ) as { version: string };
  const hit = (one: Measured): number => one.figures["hit@1"] as number;
  const { typos } = options;
  const typosLost =
    typos === undefined
      ? undefined
      : mean(
          await Promise.all(
            measured.map(async (one, at) => {
              const plain = { foreign: [], near: undefined, typos, threshold: undefined };
              return hit(one) - hit(await measure(sets[at] as QuestionSet, plain));
            }),
          ),
        );
  return qualityPage(measured, {
    version,
    date: new Date().toISOString().slice(0, 10),
    threshold: options.threshold ?? THRESHOLD,
    command:
      "npm run -s bench:quality -- --markdown --compare --near 1 --typos 1 --ood FILE --curve docs/quality.svg FOLDER… > docs/quality.md",
    typosLost,
    others,
  });
}

function rounded(_: string, value: unknown): unknown {
  return typeof value === "number" ? Math.round(value * 10_000) / 10_000 : value;
}
