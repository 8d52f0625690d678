import { bodyRange } from "./arrays.ts";
import type { Arrays } from "./arrays.ts";
import { STOP } from "./search-index.ts";
import type { SearchIndex } from "./search-index.ts";
import type { Slots } from "./slots.ts";
import { BM25, LIMITS } from "./weights.ts";

/** Passages worth a closer look, best first, with their first-stage score. */
export interface Candidate {
  readonly passage: number;
  readonly score: number;
}

/**
 * First stage: the rarest words of the question bring passages until the budget of postings is used, the heaviest
 * thousand are scored by BM25 with true lengths, the best sixty stay. `mayRead` filters before anything is scored.
 */
export function createCandidates(
  arrays: Arrays,
  index: SearchIndex,
): (slots: Slots, mayRead: (passage: number) => boolean) => Candidate[] {
  const mass = new Float64Array(arrays.passages);
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
    return heaviest
      .map((passage) => ({ passage, score: bm25(arrays, slots, passage) }))
      .toSorted((a, b) => b.score - a.score || a.passage - b.passage)
      .slice(0, LIMITS.secondStage);
  };
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

/** The stems to look up: each word, its synonyms and corrections (look-alikes only help to score), rarest first. */
function stemsByRarity(
  arrays: Arrays,
  { query }: Slots,
): { id: number; weight: number; frequency: number }[] {
  const lookups = query.content.flatMap((term) => [
    ...(term.id < 0 ? [] : [{ id: term.id, weight: term.idf }]),
    ...term.alternatives
      .filter((other) => other.why !== "similar")
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

const frequencies = new Float64Array(LIMITS.terms + 1);

/** BM25 of body and title, the title counting `BM25.titleTimes`; content words only. */
function bm25(arrays: Arrays, { query, slotOf, weightOf }: Slots, passage: number): number {
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
  addDeclared(arrays, slotOf, weightOf, passage);
  const length = end - start + (titleEnd - titleFrom) * BM25.titleTimes;
  const mean = arrays.meanLength + arrays.meanTitleLength * BM25.titleTimes;
  let score = 0;
  for (const [slot, term] of query.content.entries()) {
    score += term.idf * saturate(frequencies[slot] ?? 0, length / mean, BM25.passageB);
  }
  return score;
}

/** A word that only the author's declared questions hold counts as standing there once. */
function addDeclared(
  { namedTerms, namedStart, named }: Arrays,
  slotOf: Int16Array,
  weightOf: Float32Array,
  passage: number,
): void {
  const end = namedStart[named.end[passage] ?? 0] ?? 0;
  for (let at = namedStart[named.first[passage] ?? 0] ?? 0; at < end; at++) {
    const term = namedTerms[at] ?? 0;
    const slot = (slotOf[term] ?? 0) - 1;
    if (slot >= 0 && frequencies[slot] === 0) frequencies[slot] = weightOf[term] ?? 0;
  }
}

/** BM25's saturation of a term frequency, `relativeLength` being length over mean length. */
export function saturate(frequency: number, relativeLength: number, b: number): number {
  if (frequency === 0) return 0;
  return (frequency * (BM25.k1 + 1)) / (frequency + BM25.k1 * (1 - b + b * relativeLength));
}
