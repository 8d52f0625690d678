/**
 * Fits the weights of `RANKING` (src/search/weights.ts): `node bench/fit/ranking.ts FOLDER…`. Prints hit@1 of each set with
 * the shipped weights, with weights fitted to all sets, and with weights fitted to all sets but its kind; the last is the truth.
 */
import { readQuestion } from "../../src/answer/question.ts";
import { scoreSentences } from "../../src/answer/sentence-signals.ts";
import { CHOICE } from "../../src/answer/weights.ts";
import { sentencesOf } from "../../src/knowledge/sentences.ts";
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
    .map(
      ({ text, isRight }) =>
        engine.ask(text, ({ ranked }, { arrays, slots }) => {
          const near = ranked.slice(0, CANDIDATES);
          const question = { ...readQuestion(text), text };
          return {
            rows: near.map(({ passage, signals }) => {
              const sentences = sentencesOf(engine.passages[passage]?.body ?? []);
              const scores = scoreSentences(arrays, slots, question, passage, sentences).map(
                ({ score }) => score,
              );
              return Float64Array.of(...signals, Math.max(0, ...scores));
            }),
            right: near.flatMap(({ passage }, index) => (isRight(passage) ? [index] : [])),
          };
        }).value,
    );
}

const sets = [...fitSets(process.argv.slice(2), holdsGold), knowledgeSet(".")];
const choices = sets.map(choicesOf);
const names = [...RANKING.map(({ name }) => name), "best sentence's score"];
const width = names.length;
const shipped = Float64Array.of(...RANKING.map(({ weight }) => weight), CHOICE.evidence);
const all = fitListwise(choices, width);
console.log("set".padEnd(18), "shipped", "fitted", "left out");
for (const [index, { name, kind }] of sets.entries()) {
  const others = fitListwise(
    choices.filter((_, other) => sets[other]?.kind !== kind),
    width,
  );
  const own = choices[index] ?? [];
  console.log(
    name.padEnd(18),
    ...[shipped, all, others].map((weights) => hitRate(own, weights).toFixed(3)),
  );
}
// The unit is arbitrary: as large in sum as the shipped weights.
const size = (weights: Float64Array): number =>
  weights.reduce((sum, weight) => sum + Math.abs(weight), 0);
const unit = size(shipped) / size(all);
for (const [index, name] of names.entries()) {
  console.log(name.padEnd(22), shipped[index]?.toFixed(2), ((all[index] ?? 0) * unit).toFixed(2));
}
