/**
 * Fits the weights of `RANKING` (src/search/weights.ts): `node bench/fit/ranking.ts FOLDER…`. Prints hit@1 of each set with
 * the shipped weights, with weights fitted to all sets, and with weights fitted to all sets but its kind; the last is the truth.
 */
import { RANKING } from "../../src/search/weights.ts";
import { holdsGold } from "../quality/gold-text.ts";
import { fitListwise, hitRate } from "./listwise.ts";
import type { Choice } from "./listwise.ts";
import { fitSets, knowledgeSet } from "./sets.ts";
import type { FitSet } from "./sets.ts";

const CANDIDATES = 30;

function choicesOf({ engine, questions }: FitSet): Choice[] {
  return questions
    .filter(({ answerable }) => answerable)
    .map(({ text, isRight }) =>
      engine.ask(text, ({ ranked }) => {
        const near = ranked.slice(0, CANDIDATES);
        return {
          rows: near.map(({ signals }) => signals),
          right: near.flatMap(({ passage }, index) => (isRight(passage) ? [index] : [])),
        };
      }).value,
    );
}

const sets = [...fitSets(process.argv.slice(2), holdsGold), knowledgeSet(".")];
const choices = sets.map(choicesOf);
const width = RANKING.length;
const shipped = Float64Array.from(RANKING, ({ weight }) => weight);
const all = fitListwise(choices, width);
console.log("set".padEnd(18), "shipped", "fitted", "left out");
for (const [index, { name, kind }] of sets.entries()) {
  const others = fitListwise(choices.filter((_, other) => sets[other]?.kind !== kind), width);
  const own = choices[index] ?? [];
  console.log(name.padEnd(18), ...[shipped, all, others].map((weights) => hitRate(own, weights).toFixed(3)));
}
// The unit is arbitrary: as large in sum as the shipped weights.
const size = (weights: Float64Array): number => weights.reduce((sum, weight) => sum + Math.abs(weight), 0);
const unit = size(shipped) / size(all);
for (const [index, { name }] of RANKING.entries()) {
  console.log(name.padEnd(22), shipped[index]?.toFixed(2), ((all[index] ?? 0) * unit).toFixed(2));
}
