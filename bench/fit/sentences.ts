/**
 * Fits the weights of `SENTENCE` (src/answer/weights.ts): `node bench/fit/sentences.ts FOLDER…`, of which those with gold texts
 * count. A sentence is right where its passage is and it holds a gold text. Prints how often the best-scored sentence is
 * right with the shipped weights, with weights fitted to all sets, and with weights fitted to all sets but its kind.
 */
import { CHOICE, SENTENCE } from "../../src/answer/weights.ts";
import { holdsGold } from "../quality/gold-text.ts";
import { fitListwise, hitRate } from "./listwise.ts";
import type { Choice } from "./listwise.ts";
import { fitSets, knowledgeSet } from "./sets.ts";
import type { FitSet } from "./sets.ts";

function choicesOf({ engine, questions }: FitSet): Choice[] {
  return questions.flatMap(({ text, isRight, holds }) => {
    if (holds === undefined) return [];
    return engine.ask(text, ({ choice }) => {
      const sentences = choice?.sentences ?? [];
      return {
        rows: sentences.map(({ signals }) => signals),
        right: sentences.flatMap(({ passage, sentence }, index) =>
          isRight(passage) && holds([sentence.leadIn, sentence.columns, sentence.text].join("\n"))
            ? [index]
            : [],
        ),
      };
    }).value;
  });
}

const sets = [...fitSets(process.argv.slice(2), holdsGold), knowledgeSet(".")].filter(
  ({ questions }) => questions.some(({ holds }) => holds !== undefined),
);
const choices = sets.map(choicesOf);
const width = SENTENCE.length;
const shipped = Float64Array.from(SENTENCE, ({ weight }) => weight);
const all = fitListwise(choices, width);
console.log(`The best sentence of the best ${CHOICE.passages} passages is right:`);
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
for (const [index, { name }] of SENTENCE.entries()) {
  console.log(name.padEnd(22), shipped[index]?.toFixed(2), (all[index] ?? 0).toFixed(2));
}
