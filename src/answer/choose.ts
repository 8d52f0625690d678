import type { Sentence } from "../knowledge/sentences.ts";
import { titleRange } from "../search/arrays.ts";
import type { Arrays } from "../search/arrays.ts";
import { declaredLikeness, isDeclared } from "../search/ranking.ts";
import type { Ranked } from "../search/ranking.ts";
import type { Slots } from "../search/slots.ts";
import { chanceOf } from "./chance.ts";
import type { Chance } from "./chance.ts";
import type { Question } from "./question.ts";
import { cannotAnswer, holdings, scoreSentences } from "./sentence-signals.ts";
import type { ScoredSentence } from "./sentence-signals.ts";
import { CHOICE, SENTENCE } from "./weights.ts";

/** The sentence that answers best, and what it competed with. */
export interface Choice {
  readonly chosen: ScoredSentence;
  readonly passage: Ranked;
  readonly sentences: readonly ScoredSentence[];
  readonly runnerUp: number;
  /** What the sentence, its neighbours and its headings hold, against chance. */
  readonly chance: Chance;
  /** The passages in their final order: those looked into are ordered anew by what their best sentence adds. */
  readonly ranked: readonly Ranked[];
}

/**
 * Looks into the best passages: what their best sentences hold orders them anew (evidence near the answer tells more than
 * words spread over a section), and their sentences compete jointly. The best passage's best sentence stays unless another
 * passage's is clearly better: without that guard long passages lose to a chance match elsewhere.
 */
export function chooseSentence(
  arrays: Arrays,
  slots: Slots,
  question: Question & { readonly text: string },
  found: readonly Ranked[],
  sentencesOf: (passage: number) => readonly Sentence[],
): Choice | undefined {
  const declared = found.filter(isDeclared);
  // Where authors declared this very question, only what they declared it for competes.
  const field = declared.length === 0 ? found.slice(0, CHOICE.looked) : mostDeclared(declared);
  const looked = field.map((one) => {
    const sentences = scoreSentences(
      arrays,
      slots,
      question,
      one.passage,
      sentencesOf(one.passage),
    );
    const evidence = Math.max(0, best(sentences)?.score ?? 0);
    return { sentences, one: { ...one, score: one.score + CHOICE.evidence * evidence } };
  });
  looked.sort((a, b) => b.one.score - a.one.score || a.one.passage - b.one.passage);
  const top = looked.slice(0, CHOICE.passages);
  const first = top[0]?.one;
  if (first === undefined) return undefined;
  const sentences = top.flatMap(({ one, sentences }) =>
    sentences.map((sentence) => standing(sentence, first.score <= 0 ? 1 : one.score / first.score)),
  );
  const overall = best(sentences);
  const home = best(sentences.filter((one) => one.passage === first.passage));
  if (overall === undefined) return undefined;
  const stays = home !== undefined && overall.score - home.score <= guard(home);
  const chosen = stays ? home : overall;
  const runnerUp = best(sentences.filter((one) => one.passage !== chosen.passage))?.score ?? 0;
  const passage = top.find(({ one }) => one.passage === chosen.passage)?.one ?? first;
  return {
    chosen,
    passage,
    sentences,
    runnerUp,
    chance: chanceOf(
      arrays,
      slots,
      withDeclared(arrays, slots, heldAround(arrays, slots, chosen), passage),
    ),
    ranked: [...looked.map(({ one }) => one), ...found.filter((one) => !field.includes(one))],
  };
}

/** How much better another passage's sentence must be; a sentence that cannot answer holds nothing back. */
function guard(home: ScoredSentence): number {
  return cannotAnswer(home) ? 0 : CHOICE.guard;
}

/** The passages whose declared question is most alike: of several they alone have the same small words, too. */
function mostDeclared(declared: readonly Ranked[]): readonly Ranked[] {
  const most = Math.max(...declared.map(declaredLikeness));
  return declared.filter((one) => declaredLikeness(one) >= most - 0.001);
}

function best(sentences: readonly ScoredSentence[]): ScoredSentence | undefined {
  return sentences.reduce<ScoredSentence | undefined>(
    (leader, one) => (leader === undefined || one.score > leader.score ? one : leader),
    undefined,
  );
}

/** A sentence with how well its passage ranks among its signals: its score over the best one's. */
function standing(sentence: ScoredSentence, share: number): ScoredSentence {
  const signals = sentence.signals.with(STANDING, share);
  return { ...sentence, signals, score: sentence.score + SENTENCE_STANDING * share };
}

const STANDING = SENTENCE.findIndex(({ name }) => name === "passage");
const SENTENCE_STANDING = SENTENCE[STANDING]?.weight ?? 0;

/** From this likeness on a declared question vouches for the question's words. */
const VOUCHES = 0.5;

/** What its author declared in other words the passage holds, too. */
function withDeclared(
  arrays: Arrays,
  slots: Slots,
  held: Float64Array,
  passage: Ranked,
): Float64Array {
  if (declaredLikeness(passage) < VOUCHES || passage.name < 0) return held;
  const from = arrays.namedStart[passage.name] ?? 0;
  const to = arrays.namedStart[passage.name + 1] ?? 0;
  const declared = holdings(slots, arrays.namedTerms, from, to);
  for (const term of arrays.namedTerms.subarray(from, to)) {
    const slot = slots.askedOf[term] ?? 0;
    if (slot > 0) declared[slot - 1] = 1;
  }
  return held.map((share, slot) => Math.max(share, declared[slot] ?? 0));
}

/** How surely a sentence, its neighbours and its headings hold each content word of the question. */
function heldAround(
  arrays: Arrays,
  slots: Slots,
  { passage, index }: ScoredSentence,
): Float64Array {
  const first = arrays.firstSentence[passage] ?? 0;
  const last = (arrays.firstSentence[passage + 1] ?? 0) - 1;
  const from = arrays.sentenceStart[Math.max(first, first + index - 1)] ?? 0;
  const to = arrays.sentenceStart[Math.min(last, first + index + 1) + 1] ?? 0;
  const held = holdings(slots, arrays.terms, from, to);
  const title = holdings(slots, arrays.titleTerms, ...titleRange(arrays, passage));
  for (const [slot, weight] of title.entries()) held[slot] = Math.max(held[slot] ?? 0, weight);
  return held;
}
