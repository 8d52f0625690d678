/**
 * Fits the weights of `RANKING` (src/search/weights.ts): `node bench/fit/ranking.ts FOLDER…`. Prints hit@1 and smooth nDCG of each
 * set with the shipped weights, with weights fitted to all sets, and with weights fitted to all sets but its kind; the last is
 * the truth. Held are what is declared, which only the shipped knowledge has (it is printed, but not fitted to: its pages were
 * tended until it answered), and names, which part the questions from elsewhere.
 */
import { readQuestion } from "../../src/answer/question.ts";
import { scoreSentences } from "../../src/answer/sentence-signals.ts";
import { CHOICE } from "../../src/answer/weights.ts";
import { sentencesOf } from "../../src/knowledge/sentences.ts";
import { RANKING } from "../../src/search/weights.ts";
import { holdsGold } from "../quality/gold-text.ts";
import { hitRate } from "./listwise.ts";
import { fitOrdering, orderingOf } from "./ordering.ts";
import type { Ordered } from "./ordering.ts";
import { fitSets, knowledgeSet } from "./sets.ts";
import type { FitSet } from "./sets.ts";

const CANDIDATES = 40;

function choicesOf({ engine, questions }: FitSet): Ordered[] {
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
            entries: near.map(({ passage }) => engine.passages[passage]?.page ?? ""),
            right: near.flatMap(({ passage }, index) => (isRight(passage) ? [index] : [])),
          };
        }).value,
    );
}

const fitted = fitSets(process.argv.slice(2), holdsGold);
const sets = [...fitted, knowledgeSet(".")];
const choices = sets.map(choicesOf);
const names = [...RANKING.map(({ name }) => name), "best sentence's score"];
const held = names.flatMap((name, at) => (name === "declared" || name === "names" ? [at] : []));
const shipped = [...RANKING.map(({ weight }) => weight), CHOICE.evidence];
const fit = (some: readonly (readonly Ordered[])[]): Float64Array =>
  fitOrdering(some, shipped, { held });
const all = fit(choices.slice(0, fitted.length));
console.log(
  "hit@1, nDCG".padEnd(18),
  ...["shipped", "fitted", "left out"].map((one) => one.padEnd(14)),
);
for (const [index, { name, kind }] of sets.entries()) {
  const others = choices.filter((_, other) => other < fitted.length && sets[other]?.kind !== kind);
  const own = choices[index] ?? [];
  console.log(
    name.padEnd(18),
    ...[Float64Array.from(shipped), all, fit(others)].map((weights) =>
      `${hitRate(own, weights).toFixed(3)} ${orderingOf(own, weights).toFixed(4)}`.padEnd(14),
    ),
  );
}
for (const [index, name] of names.entries()) {
  console.log(name.padEnd(22), shipped[index]?.toFixed(2), (all[index] ?? 0).toFixed(3));
}
