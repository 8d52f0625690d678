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
    .map(({ text, isRight }) =>
      engine.ask(text, ({ ranked }, { arrays, slots }) => {
        const near = ranked.slice(0, CANDIDATES);
        const question = { ...readQuestion(text), text };
        return {
          rows: near.map(({ passage, signals }) => {
            const sentences = sentencesOf(engine.passages[passage]?.body ?? []);
            const scores = scoreSentences(arrays, slots, question, passage, sentences, 0).map(({ score }) => score);
            return Float64Array.of(...signals, Math.max(0, ...scores));
          }),
          right: near.flatMap(({ passage }, index) => (isRight(passage) ? [index] : [])),
        };
      }).value,
    );
}

const names = [...RANKING.map(({ name }) => name), "best sentence's score"];
const shipped = Float64Array.of(...RANKING.map(({ weight }) => weight), CHOICE.sentenceWeight);
const sets = [...fitSets(process.argv.slice(2), holdsGold), knowledgeSet(".")];
const choices = sets.map(choicesOf);
for (const drop of [[],["best sentence"],["best sentence","length","nearness"],["best sentence","length","nearness","heading likeness"],["best sentence","length","nearness","neighbours"],["best sentence","length","nearness","heading likeness","neighbours"],["best sentence","length","nearness","heading likeness","neighbours","heading covered"]]) {
const cols=names.flatMap((n,i)=>drop.includes(n)?[]:[i]);
const cut=choices.map(c=>c.map(({rows,right})=>({right,rows:rows.map(r=>Float64Array.from(cols,i=>r[i]))})));
const all=fitListwise(cut,cols.length);
const left=sets.map(({kind},i)=>{const w=fitListwise(cut.filter((_,o)=>sets[o].kind!==kind),cols.length,{rounds:150}); return hitRate(cut[i],w)});
console.log("drop",drop.join(","),"\n  all ",cut.map(c=>hitRate(c,all).toFixed(3)).join(" "),"\n  left",left.map(x=>x.toFixed(3)).join(" "),"\n  ",cols.map((c,i)=>names[c]+" "+all[i].toFixed(2)).join(", "));
}
