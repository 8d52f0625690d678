import type { Sentence } from "../knowledge/sentences.ts";
import { titleRange } from "../search/arrays.ts";
import type { Arrays } from "../search/arrays.ts";
import type { Slots } from "../search/slots.ts";
import { LIMITS } from "../search/weights.ts";
import { announces } from "./announces.ts";
import { defines } from "./defines.ts";
import { STRICT, holdsExpected } from "./expected.ts";
import type { Question } from "./question.ts";
import { asksForSeveral } from "./several.ts";
import { SENTENCE } from "./weights.ts";

/** A sentence that may be the answer. `number` counts over the corpus; `signals` are in the order of `SENTENCE`. */
export interface ScoredSentence {
  readonly passage: number;
  readonly index: number;
  readonly sentence: Sentence;
  readonly score: number;
  readonly signals: Float64Array;
  /** How surely it holds each content word of the question (1, or less for a look-alike). */
  readonly holds: Float64Array;
  /** Best share of neighbouring question words that stand within four words of each other here. */
  readonly pairs: number;
}

const NEAR = 4;

/** How surely each content word stands in the terms from … to. */
export function holdings(slots: Slots, terms: Int32Array, from: number, to: number): Float64Array {
  const held = new Float64Array(slots.query.content.length);
  for (let at = from; at < to; at++) {
    const term = terms[at] ?? 0;
    const slot = slots.slotOf[term] ?? 0;
    if (slot <= 0) continue;
    const weight = slots.weightOf[term] ?? 0;
    held[slot - 1] = Math.max(held[slot - 1] ?? 0, weight);
    for (const also of slots.alsoOf.get(term) ?? []) held[also] = Math.max(held[also] ?? 0, weight);
  }
  return held;
}

/** Share of the question's rarity that is held, optionally only of what `besides` lacks. */
export function share(slots: Slots, held: Float64Array, besides?: Float64Array): number {
  let sum = 0;
  // Counted by hand: `entries` makes an array of each word, for each sentence anew.
  let slot = -1;
  for (const term of slots.query.content) {
    slot++;
    sum += term.idf * Math.max(0, (held[slot] ?? 0) - (besides?.[slot] ?? 0));
  }
  return sum / Math.max(slots.query.ideal, 1e-9);
}

/** Scores the sentences of one passage against the question. */
export function scoreSentences(
  arrays: Arrays,
  slots: Slots,
  question: Question & { readonly text: string },
  passage: number,
  sentences: readonly Sentence[],
): ScoredSentence[] {
  const first = arrays.firstSentence[passage] ?? 0;
  const bounds = (index: number): readonly [number, number] => [
    arrays.sentenceStart[first + index] ?? 0,
    arrays.sentenceStart[first + index + 1] ?? 0,
  ];
  const held = sentences.map((_, index) => holdings(slots, arrays.terms, ...bounds(index)));
  const title = holdings(slots, arrays.titleTerms, ...titleRange(arrays, passage));
  const local = localRarity(held, slots.query.content.length);
  const none = new Float64Array(slots.query.content.length);
  const chosen = mostOverlapping(slots, held);
  const pairs = questionPairs(slots);

  return chosen.map((index): ScoredSentence => {
    const sentence = sentences[index] as Sentence;
    const own = held[index] ?? none;
    const lead = held[leadOf(sentences, index)] ?? none;
    const here = sentence.kind === "sentence" ? own : inContext(own, lead, title);
    const [from, to] = bounds(index);
    const expected = holdsExpected(question.expected, sentence.text, question.text);
    const near = pairShare(slots, arrays.terms, from, to);
    const beside = besideShare(slots, pairs, arrays.terms, from, to);
    const lower = sentence.text.toLowerCase();
    const signals = Float64Array.of(
      share(slots, here),
      share(slots, lead, here),
      share(slots, held[index + 1] ?? none, here),
      share(slots, title, here),
      here.reduce((sum, weight) => sum + weight, 0) / Math.max(1, here.length),
      localShare(slots, own, local),
      near,
      beside.pairs,
      beside.soft,
      0, // how well its passage ranks: known once all are scored
      expected === "hit" ? 1 : 0,
      expected === "miss" ? 1 : 0,
      expected === "miss" && STRICT.has(question.expected) ? 1 : 0,
      question.head !== undefined && lower.includes(question.head) ? 1 : 0,
      question.form === "definition" && index === 0 ? 1 : 0,
      question.form === "definition" && defines(slots, arrays.vocabulary, sentence.text) ? 1 : 0,
      asksForSeveral(question) && enumerates(sentence) ? 1 : 0,
      sentence.text.trimEnd().endsWith("?") ? 1 : 0,
      to - from < 5 ? 1 : 0,
      Math.log(1 + to - from),
    );
    let score = 0;
    for (const [signal, { weight }] of SENTENCE.entries()) score += weight * (signals[signal] ?? 0);
    return { passage, index, sentence, score, signals, holds: here, pairs: near };
  });
}

const CANNOT_ANSWER = SENTENCE.findIndex(({ name }) => name === "cannot answer");

/** Whether it holds nothing of a kind that the answer needs. */
export function cannotAnswer({ signals }: ScoredSentence): boolean {
  return (signals[CANNOT_ANSWER] ?? 0) > 0;
}

/** An item, a row, or the sentence that leads in to them. */
function enumerates({ kind, text }: Sentence): boolean {
  return kind === "item" || kind === "row" || text.trimEnd().endsWith(":");
}

const ROOM = 2 * LIMITS.terms + 1;

function pairKey(first: number, second: number): number {
  return (first + LIMITS.terms) * ROOM + second + LIMITS.terms;
}

/** The pairs of neighbouring words of the question, small words among them. */
function questionPairs({ query }: Slots): ReadonlySet<number> {
  const pairs = new Set<number>();
  for (const [index, first] of query.sequence.entries()) {
    const second = query.sequence[index + 1] ?? 0;
    if (first !== 0 && second !== 0) pairs.add(pairKey(first, second));
  }
  return pairs;
}

/** Share of the question's neighbouring words that stand side by side in the terms from … to, and of its small words. */
function besideShare(
  { query, slotOf }: Slots,
  pairs: ReadonlySet<number>,
  terms: Int32Array,
  from: number,
  to: number,
): { readonly pairs: number; readonly soft: number } {
  const met = new Set<number>();
  const soft = new Set<number>();
  let before = 0;
  for (let at = from; at < to; at++) {
    const slot = slotOf[terms[at] ?? 0] ?? 0;
    if (slot < 0) soft.add(slot);
    const key = pairKey(before, slot);
    if (slot !== 0 && before !== 0 && pairs.has(key)) met.add(key);
    before = slot;
  }
  return {
    pairs: met.size / Math.max(1, pairs.size),
    soft: soft.size / Math.max(1, query.soft.length),
  };
}

/** A row or an item says nothing without its lead-in and headings: their words count nearly as its own. */
function inContext(own: Float64Array, lead: Float64Array, title: Float64Array): Float64Array {
  return own.map((held, slot) =>
    Math.max(held, CONTEXT * Math.max(lead[slot] ?? 0, title[slot] ?? 0)),
  );
}

const CONTEXT = 0.9;

/** What a sentence is read after: for an item or row its lead-in, however far down the list it stands, where it has one. */
function leadOf(sentences: readonly Sentence[], index: number): number {
  let at = index - 1;
  const block = sentences[index]?.block;
  if (sentences[index]?.kind === "sentence") return at;
  while (at >= 0 && sentences[at]?.block === block) at--;
  return announces(sentences[at]?.text ?? "") ? at : -1;
}

/** A long passage contributes only the sentences that overlap the question most, in their order. */
function mostOverlapping(slots: Slots, held: readonly Float64Array[]): number[] {
  return held
    .map((one, index) => ({ index, overlap: share(slots, one) }))
    .toSorted((a, b) => b.overlap - a.overlap || a.index - b.index)
    .slice(0, LIMITS.sentencesAPassage)
    .map(({ index }) => index)
    .toSorted((a, b) => a - b);
}

/** Words that few sentences of the passage hold tell its sentences apart. */
function localRarity(held: readonly Float64Array[], words: number): number[] {
  return Array.from({ length: words }, (_, slot) => {
    const holders = held.reduce((count, one) => count + ((one[slot] ?? 0) > 0 ? 1 : 0), 0);
    return holders === 0 ? 0 : Math.log(1 + held.length / holders);
  });
}

function localShare(slots: Slots, held: Float64Array, local: readonly number[]): number {
  let sum = 0;
  let all = 1e-9;
  for (const slot of slots.query.content.keys()) {
    sum += (local[slot] ?? 0) * (held[slot] ?? 0);
    all += local[slot] ?? 0;
  }
  return sum / all;
}

function pairShare(slots: Slots, terms: Int32Array, from: number, to: number): number {
  const words = slots.query.content.length;
  if (words < 2) return 0;
  const lastAt = Array.from({ length: words }, () => Number.NEGATIVE_INFINITY);
  const met = new Set<number>();
  for (let at = from; at < to; at++) {
    const slot = (slots.slotOf[terms[at] ?? 0] ?? 0) - 1;
    if (slot < 0) continue;
    if (slot > 0 && at - (lastAt[slot - 1] ?? 0) <= NEAR) met.add(slot - 1);
    if (slot + 1 < words && at - (lastAt[slot + 1] ?? 0) <= NEAR) met.add(slot);
    lastAt[slot] = at;
  }
  return met.size / (words - 1);
}
