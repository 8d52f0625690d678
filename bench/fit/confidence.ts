/**
 * Fits the weights of `CONFIDENCE` (src/answer/weights.ts): `node bench/fit/confidence.ts OOD-FILE FOLDER…`. An answer is right
 * where its passage is. A set counts half for questions it answers, a quarter for questions whose gold is deleted (and those
 * it lists as unanswerable), a quarter for questions from elsewhere. Prints the figures with the shipped weights and with
 * weights fitted to all sets but the set's kind, then the weights fitted to all.
 */
import { CONFIDENCE, CONFIDENCE_BIAS, THRESHOLD } from "../../src/answer/weights.ts";
import { readQuestions, readSet } from "../quality/read-set.ts";
import { withoutSomeGold } from "../quality/variants.ts";
import { calibrated } from "./calibrate.ts";
import { figuresOf } from "./confidence-figures.ts";
import { probability } from "./logistic.ts";
import type { Logistic } from "./logistic.ts";
import { observe } from "./observations.ts";
import type { Judged } from "./observations.ts";
import { fitSet, knowledgeSet } from "./sets.ts";
import { holdsGold } from "../quality/gold-text.ts";

const [oodFile = "", ...folders] = process.argv.slice(2);
const foreign = readQuestions(oodFile);
const judged: Judged[] = folders.flatMap((folder) => {
  const set = readSet(folder);
  return [
    ...observe(fitSet(set, holdsGold), "whole", foreign),
    ...[1, 2].flatMap((seed) =>
      observe(fitSet(withoutSomeGold(set, seed), holdsGold), `thinned ${seed}`, []),
    ),
  ];
});
judged.push(...observe(knowledgeSet("."), "whole", foreign));

const shipped: Logistic = {
  weights: CONFIDENCE.map(({ weight }) => weight),
  bias: CONFIDENCE_BIAS,
};
const kinds = [...new Set(judged.map(({ kind }) => kind))];
const leftOut = new Map(
  kinds.map((kind) => [
    kind,
    calibrated(
      judged.filter((one) => one.kind !== kind),
      shipped.weights,
    ),
  ]),
);
console.log("shipped");
console.log(figuresOf(judged, ({ signals }) => probability(shipped, signals), THRESHOLD));
console.log("left out");
console.log(
  figuresOf(
    judged,
    ({ signals, kind }) => {
      const model = leftOut.get(kind);
      return model === undefined ? 0 : probability(model, signals);
    },
    THRESHOLD,
  ),
);
const all = calibrated(judged, shipped.weights);
console.log("fitted to all");
console.log(figuresOf(judged, ({ signals }) => probability(all, signals), THRESHOLD));
console.log("bias".padEnd(24), all.bias.toFixed(3));
for (const [index, { name }] of CONFIDENCE.entries())
  console.log(name.padEnd(24), (all.weights[index] ?? 0).toFixed(3));
