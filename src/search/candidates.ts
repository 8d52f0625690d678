import { bodyRange } from "./arrays.ts";
import type { Arrays } from "./arrays.ts";
import type { TermLists } from "./declared-words.ts";
import { STOP } from "./search-index.ts";
import type { SearchIndex } from "./search-index.ts";
import type { QueryTerm } from "./query-terms.ts";
import type { Slots } from "./slots.ts";
import { BM25, LIMITS } from "./weights.ts";

/** Passages worth a closer look, best first, with their first-stage score. */
export interface Candidate {
  readonly passage: number;
  readonly score: number;
  /** It holds every word of the question, or what stands for it, in its text, its headings or what is declared for it. */
  readonly whole: boolean;
}

/**
 * First stage: the rarest words of the question bring passages until the budget of postings is used, the heaviest
 * thousand are scored by BM25 with true lengths, the best sixty stay. `mayRead` filters before anything is scored.
 */
export function createCandidates(
  arrays: Arrays,
  index: SearchIndex,
  declared: TermLists,
): (slots: Slots, mayRead: (passage: number) => boolean) => Candidate[] {
  const mass = new Float64Array(arrays.passages);
  const whole = new Uint8Array(arrays.passages);
  const budget = LIMITS.postings * (arrays.passages < LIMITS.smallCorpus ? 2 : 1);

  return (slots, mayRead) => {
    const touched: number[] = [];
    let postings = 0;
    for (const [order, { id, weight, frequency }] of stemsByRarity(arrays, slots).entries()) {
      if (order >= 2 && postings >= budget) break;
      const everywhere = frequency > EVERYWHERE * budget;
      if (everywhere && touched.length >= LIMITS.secondStage) break;
      const before = touched.length;
      let readable = 0;
      let last = -1;
      index.visit(arrays.vocabulary.stems[id] ?? "", (passage) => {
        postings++;
        last = passage;
        if (mass[passage] === 0) touched.push(passage);
        mass[passage] = (mass[passage] ?? 0) + weight;
        if (!everywhere || !mayRead(passage)) return undefined;
        return ++readable < LIMITS.firstStage ? undefined : STOP;
      });
      if (readable < LIMITS.firstStage) continue;
      // All that follow weigh the same and would stand behind those that were visited, but for what rarer words have brought.
      for (const passage of touched.slice(0, before)) {
        if (passage > last && arrays.termsOf(passage).includes(id))
          mass[passage] = (mass[passage] ?? 0) + weight;
      }
    }
    const heaviest = heaviestOf(touched, mass, mayRead);
    for (const passage of touched) mass[passage] = 0;
    const best = bestOf(heaviest, (passage) => bm25(arrays, declared, slots, passage, whole));
    return best.map((one) => ({ ...one, whole: whole[one.passage] === 1 }));
  };
}

type Scored = Pick<Candidate, "passage" | "score">;

/** The passages that score highest, best first. Most do not come near and are not sorted. */
function bestOf(passages: readonly number[], score: (passage: number) => number): Scored[] {
  const most = LIMITS.secondStage;
  let best: Scored[] = [];
  let least = Number.NEGATIVE_INFINITY;
  const keepBest = (): void => {
    best.sort((a, b) => b.score - a.score || a.passage - b.passage);
    best = best.slice(0, most);
  };
  for (const passage of passages) {
    const own = score(passage);
    if (own < least) continue;
    best.push({ passage, score: own });
    if (best.length < 2 * most) continue;
    keepBest();
    least = best[most - 1]?.score ?? least;
  }
  keepBest();
  return best;
}

/** A stem with so many times the budget's postings is left to scoring where rarer ones brought enough passages. */
const EVERYWHERE = 2;

/**
 * The first thousand readable passages by mass. Few stems are looked up, so few different sums exist: passages are
 * gathered by sum, which takes time linear in their number where sorting them all would cost more than all the rest.
 */
function heaviestOf(
  touched: readonly number[],
  mass: Float64Array,
  mayRead: (passage: number) => boolean,
): number[] {
  if (touched.length <= LIMITS.firstStage) return touched.filter(mayRead);
  const bySum = new Map<number, number[]>();
  for (const passage of touched) {
    const sum = mass[passage] ?? 0;
    const same = bySum.get(sum);
    if (same === undefined) bySum.set(sum, [passage]);
    else same.push(passage);
  }
  const heaviest: number[] = [];
  for (const sum of [...bySum.keys()].toSorted((a, b) => b - a)) {
    for (const passage of (bySum.get(sum) ?? []).toSorted((a, b) => a - b)) {
      if (heaviest.length >= LIMITS.firstStage) return heaviest;
      if (mayRead(passage)) heaviest.push(passage);
    }
  }
  return heaviest;
}

/**
 * The stems to look up: each word, its synonyms and corrections, rarest first. Look-alikes only help to score, and so do everyday
 * words for one that the knowledge has: they are frequent, and bring next to nothing that other words do not.
 */
function stemsByRarity(
  arrays: Arrays,
  { query }: Slots,
): { id: number; weight: number; frequency: number }[] {
  const lookups = query.content.flatMap((term) => [
    ...(term.id < 0 ? [] : [{ id: term.id, weight: term.idf }]),
    ...term.alternatives
      .filter(({ why }) => why !== "similar" && (why !== "everyday" || isUnknown(term)))
      .map((other) => ({ id: other.id, weight: term.idf * other.weight })),
  ]);
  return lookups
    .map(({ id, weight }) => ({
      id,
      weight,
      frequency: arrays.passageFrequency[id] ?? 0,
    }))
    .toSorted((a, b) => a.frequency - b.frequency);
}

/** Whether the knowledge has neither the word nor what it was a slip of. */
function isUnknown({ id, alternatives }: QueryTerm): boolean {
  return id < 0 && alternatives.every(({ why }) => why !== "spelling" && why !== "alike");
}

const frequencies = new Float64Array(LIMITS.terms + 1);

/** BM25 of body and title, the title counting `BM25.titleTimes`; content words only. Notes in `whole` whether it has them all. */
function bm25(
  arrays: Arrays,
  declared: TermLists,
  { query, slotOf, weightOf }: Slots,
  passage: number,
  whole: Uint8Array,
): number {
  const { terms, titleTerms, titleStart } = arrays;
  frequencies.fill(0, 0, query.content.length);
  const [start, end] = bodyRange(arrays, passage);
  for (let at = start; at < end; at++) {
    const term = terms[at] ?? 0;
    const slot = slotOf[term] ?? 0;
    if (slot > 0) frequencies[slot - 1] = (frequencies[slot - 1] ?? 0) + (weightOf[term] ?? 0);
  }
  const titleFrom = titleStart[passage] ?? 0;
  const titleEnd = titleStart[passage + 1] ?? 0;
  for (let at = titleFrom; at < titleEnd; at++) {
    const term = titleTerms[at] ?? 0;
    const slot = slotOf[term] ?? 0;
    if (slot > 0) {
      frequencies[slot - 1] =
        (frequencies[slot - 1] ?? 0) + (weightOf[term] ?? 0) * BM25.titleTimes;
    }
  }
  addDeclared(declared, slotOf, weightOf, passage);
  const length = end - start + (titleEnd - titleFrom) * BM25.titleTimes;
  const mean = arrays.meanLength + arrays.meanTitleLength * BM25.titleTimes;
  let score = 0;
  let missing = 0;
  for (let slot = 0; slot < query.content.length; slot++) {
    const idf = query.content[slot]?.idf ?? 0;
    const frequency = frequencies[slot] ?? 0;
    if (frequency === 0) missing++;
    score += idf * saturate(frequency, length / mean, BM25.passageB);
  }
  whole[passage] = missing === 0 ? 1 : 0;
  return score;
}

/** A word that only the author's declared questions hold counts as standing there once. */
function addDeclared(
  { terms, start }: TermLists,
  slotOf: Int16Array,
  weightOf: Float32Array,
  passage: number,
): void {
  const end = start[passage + 1] ?? 0;
  for (let at = start[passage] ?? 0; at < end; at++) {
    const term = terms[at] ?? 0;
    const slot = (slotOf[term] ?? 0) - 1;
    if (slot >= 0 && frequencies[slot] === 0) frequencies[slot] = weightOf[term] ?? 0;
  }
}

/** BM25's saturation of a term frequency, `relativeLength` being length over mean length. */
export function saturate(frequency: number, relativeLength: number, b: number): number {
  if (frequency === 0) return 0;
  return (frequency * (BM25.k1 + 1)) / (frequency + BM25.k1 * (1 - b + b * relativeLength));
}
