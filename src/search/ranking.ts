import { createAdjacency } from "./adjacent.ts";
import type { Adjacency } from "./adjacent.ts";
import type { Arrays } from "./arrays.ts";
import type { Candidate } from "./candidates.ts";
import { saturate } from "./candidates.ts";
import { createScanner } from "./features.ts";
import { createLetters } from "./letters.ts";
import { createLikeness } from "./likeness.ts";
import type { Slots } from "./slots.ts";
import type { Spelling } from "./spelling.ts";
import { BM25, RANKING, signalAt } from "./weights.ts";

/** A passage in its final place, with what put it there (the signals of `RANKING`, in that order). */
export interface Ranked {
  readonly passage: number;
  readonly score: number;
  readonly signals: Float64Array;
  /** Share of the question's rarity that the passage or its headings hold. */
  readonly covered: number;
}

/** What compares one question with one passage. */
interface Comparisons {
  readonly holds: (passage: number) => readonly number[];
  readonly adjacency: (passage: number) => Adjacency;
  readonly letters: (passage: number) => number;
}

/** Likeness of the question to what its author declared for the passage, 0 to 1. */
export function declaredLikeness(ranked: Ranked): number {
  return ranked.signals[RANKING.length - 1] ?? 0;
}

/** How much the question asks for what the passage's heading or its declared questions name, 0 to 1. */
export function namedLikeness(ranked: Ranked): number {
  return Math.max(ranked.signals[HEADING_LIKENESS] ?? 0, declaredLikeness(ranked));
}

const HEADING_LIKENESS = signalAt("heading likeness");

/** Second stage: every signal of every candidate, each over the question's ideal, summed with the weights. */
export function createRanking(
  arrays: Arrays,
  spelling: Spelling,
): (slots: Slots, candidates: readonly Candidate[]) => Ranked[] {
  const scan = createScanner(arrays);
  const likeness = createLikeness(arrays);
  const adjacencyFor = createAdjacency(arrays);
  const lettersFor = createLetters(arrays, spelling);
  const mean = arrays.meanLength + arrays.meanTitleLength * BM25.titleTimes;

  function rank(
    slots: Slots,
    passage: number,
    { holds, adjacency, letters }: Comparisons,
  ): Ranked {
    const { query } = slots;
    const seen = scan(slots, passage);
    const ideal = Math.max(query.ideal, 1e-9);
    const length = seen.bodyLength + seen.titleLength * BM25.titleTimes;
    const relativeTitle = seen.titleLength / Math.max(arrays.meanTitleLength, 1e-9);
    let words = 0;
    let heading = 0;
    let covered = 0;
    let counted = 0;
    let names = 0;
    let allNames = 1e-9;
    let neighbours = 0;
    const before = sibling(passage - 1, passage) ? holds(passage - 1) : [];
    const after = sibling(passage + 1, passage) ? holds(passage + 1) : [];
    for (const [slot, term] of query.content.entries()) {
      const title = seen.title[slot] ?? 0;
      if (term.name) allNames += term.idf;
      const frequency = (seen.body[slot] ?? 0) + title * BM25.titleTimes;
      words += term.idf * saturate(frequency, length / mean, BM25.passageB);
      heading += term.idf * saturate(title, relativeTitle, BM25.titleB);
      if (frequency > 0) {
        covered += term.idf * Math.min(1, frequency);
        counted += Math.min(1, frequency);
        if (term.name) names += term.idf * Math.min(1, frequency);
      } else neighbours += term.idf * Math.max(before[slot] ?? 0, after[slot] ?? 0);
    }
    let soft = 0;
    let softIdeal = 1e-9;
    for (const [slot, term] of query.soft.entries()) {
      softIdeal += term.idf;
      soft += term.idf * saturate(seen.soft[slot] ?? 0, length / mean, BM25.passageB);
    }
    const pairs = adjacency(passage);
    const signals = Float64Array.of(
      words / ideal,
      soft / softIdeal,
      seen.bestSentence,
      seen.bestPair,
      seen.sentenceCovered,
      covered / ideal,
      counted / Math.max(1, query.content.length),
      names / allNames,
      pairs.weighed,
      pairs.counted,
      letters(passage),
      seen.nearness,
      heading / ideal,
      0,
      0,
      neighbours / ideal,
      Math.log((1 + length) / (1 + mean)),
      0,
    );
    likeness(slots, passage, signals);
    let score = 0;
    for (const [index, { weight }] of RANKING.entries()) score += weight * (signals[index] ?? 0);
    return { passage, score, signals, covered: covered / ideal };
  }

  function sibling(other: number, passage: number): boolean {
    return other >= 0 && other < arrays.passages && arrays.page[other] === arrays.page[passage];
  }

  return (slots, candidates) => {
    const held = new Map<number, readonly number[]>();
    const holds = (passage: number): readonly number[] => {
      const known = held.get(passage);
      if (known !== undefined) return known;
      const presence = presenceIn(arrays, slots, passage);
      held.set(passage, presence);
      return presence;
    };
    const comparisons = { holds, adjacency: adjacencyFor(slots), letters: lettersFor(slots) };
    return candidates
      .map(({ passage }) => rank(slots, passage, comparisons))
      .filter((one) => one.score > Number.NEGATIVE_INFINITY)
      .toSorted((a, b) => b.score - a.score || a.passage - b.passage);
  };
}

/** Per content word, how surely a passage holds it (1, or less for a look-alike). */
function presenceIn(arrays: Arrays, { query, slotOf, weightOf }: Slots, passage: number): number[] {
  const presence = query.content.map(() => 0);
  const start = arrays.sentenceStart[arrays.firstSentence[passage] ?? 0] ?? 0;
  const end = arrays.sentenceStart[arrays.firstSentence[passage + 1] ?? 0] ?? 0;
  for (let at = start; at < end; at++) {
    const term = arrays.terms[at] ?? 0;
    const slot = slotOf[term] ?? 0;
    if (slot > 0) presence[slot - 1] = Math.max(presence[slot - 1] ?? 0, weightOf[term] ?? 0);
  }
  return presence;
}
