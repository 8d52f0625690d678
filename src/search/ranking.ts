import { createAdjacency } from "./adjacent.ts";
import type { Adjacency } from "./adjacent.ts";
import type { Arrays } from "./arrays.ts";
import type { Candidate } from "./candidates.ts";
import { saturate } from "./candidates.ts";
import { createDeclaredWords } from "./declared-words.ts";
import type { TermLists } from "./declared-words.ts";
import { createScanner } from "./features.ts";
import { createLetters } from "./letters.ts";
import { createLikeness, SAME_QUESTION } from "./likeness.ts";
import { asNamed, openingsOf, pageNearlyNamed } from "./named.ts";
import type { Considered } from "./named.ts";
import { repetitions } from "./repetitions.ts";
import type { Slots } from "./slots.ts";
import type { Spelling } from "./spelling.ts";
import { BM25, LIMITS, RANKING, signalAt } from "./weights.ts";

/** A passage in its place, with what put it there (the signals of `RANKING`, in that order). */
export interface Ranked {
  readonly passage: number;
  readonly score: number;
  readonly signals: Float64Array;
  /** Share of the question's rarity that the passage or its headings hold. */
  readonly covered: number;
  /** Share of the question's rarity that only the questions hold which its page must not be used for. */
  readonly refused: number;
  /** Likeness of the question to its headings, 0 to 1. */
  readonly headed: number;
  /** The number of the declared name that is most like the question, -1 for none. */
  readonly name: number;
}

/** What a question finds. */
export interface Ranking {
  /** Best first, without the passages that their author bans for this question. */
  readonly ranked: readonly Ranked[];
  /** Likeness of the question to those that the page of any candidate, banned ones among them, must not be used for, 0 to 1. */
  readonly never: number;
}

/** What compares one question with one passage. */
interface Comparisons {
  readonly repeated: (word: number, times: number) => number;
  readonly adjacency: (passage: number) => Adjacency;
  readonly letters: (passage: number) => number;
}

/** Likeness of the question to what its author declared for the passage, 0 to 1. */
export function declaredLikeness(ranked: Ranked): number {
  return ranked.signals[DECLARED] ?? 0;
}

/** Share of the question's rarity that only what is declared for the passage holds, 0 to 1. */
export function declaredWordsOf(ranked: Ranked): number {
  return ranked.signals[DECLARED_WORDS] ?? 0;
}

/** Whether its author declared this very question for the passage. */
export function isDeclared(ranked: Ranked): boolean {
  return declaredLikeness(ranked) >= SAME_QUESTION;
}

/** How much the question asks for what the passage's heading or its declared questions name, 0 to 1. */
export function namedLikeness(ranked: Ranked): number {
  return Math.max(ranked.headed, declaredLikeness(ranked));
}

const DECLARED = signalAt("declared");
const DECLARED_WORDS = signalAt("declared words");
const WEIGHTS = Float64Array.from(RANKING, ({ weight }) => weight);

/** Second stage: every signal of every candidate that is not far behind, each over the question's ideal, summed with the weights. */
export function createRanking(
  arrays: Arrays,
  spelling: Spelling,
  declared: TermLists,
): (slots: Slots, candidates: readonly Candidate[]) => Ranking {
  const scan = createScanner(arrays);
  const declaredWords = createDeclaredWords(arrays, declared);
  const likeness = createLikeness(arrays);
  const adjacencyFor = createAdjacency(arrays);
  const lettersFor = createLetters(arrays, spelling);
  const mean = arrays.meanLength + arrays.meanTitleLength * BM25.titleTimes;

  function rank(
    slots: Slots,
    passage: number,
    { repeated, adjacency, letters }: Comparisons,
  ): Considered {
    const { query } = slots;
    const seen = scan(slots, passage);
    const ideal = Math.max(query.ideal, 1e-9);
    const length = seen.bodyLength + seen.titleLength * BM25.titleTimes;
    const relativeTitle = seen.titleLength / Math.max(arrays.meanTitleLength, 1e-9);
    let words = 0;
    let repetition = 0;
    let heading = 0;
    let covered = 0;
    let counted = 0;
    let titled = 0;
    let names = 0;
    let allNames = 1e-9;
    // Counted by hand: `entries` makes an array of each word, for each passage anew.
    let slot = -1;
    for (const term of query.content) {
      slot++;
      const title = seen.title[slot] ?? 0;
      const frequency = (seen.body[slot] ?? 0) + title * BM25.titleTimes;
      const held = Math.min(1, frequency);
      words += term.idf * saturate(frequency, length / mean, BM25.passageB);
      repetition += term.idf * repeated(slot, frequency);
      heading += term.idf * saturate(title, relativeTitle, BM25.titleB);
      covered += term.idf * held;
      counted += held;
      titled += term.idf * Math.min(1, title);
      if (term.name) {
        allNames += term.idf;
        names += term.idf * held;
      }
    }
    let soft = 0;
    let softIdeal = 1e-9;
    slot = -1;
    for (const term of query.soft) {
      slot++;
      softIdeal += term.idf;
      soft += term.idf * saturate(seen.soft[slot] ?? 0, length / mean, BM25.passageB);
    }
    const pairs = adjacency(passage);
    const named = likeness.of(slots, passage);
    const told = declaredWords(slots, passage, seen);
    const signals = Float64Array.of(
      words / ideal,
      repetition / ideal,
      soft / softIdeal,
      seen.bestPair,
      seen.sentenceCovered,
      counted / Math.max(1, query.content.length),
      names / allNames,
      pairs.weighed,
      pairs.counted,
      pairs.apart,
      letters(passage),
      heading / ideal,
      named.declared,
      told.declared,
    );
    let score = 0;
    for (let index = 0; index < WEIGHTS.length; index++)
      score += (WEIGHTS[index] ?? 0) * (signals[index] ?? 0);
    return {
      passage,
      score,
      signals,
      covered: covered / ideal,
      refused: told.refused,
      headed: named.heading,
      never: named.never,
      name: named.name,
      named: named.named,
      titleAlike: named.titled,
      titled: titled / ideal,
    };
  }

  return (slots, candidates) => {
    const comparisons = {
      repeated: repetitions(slots.query),
      adjacency: adjacencyFor(slots),
      letters: lettersFor(slots),
    };
    const enough = LIMITS.worthRanking * (candidates[0]?.score ?? 0);
    const isFarBehind = ({ score, whole }: Candidate, at: number): boolean =>
      at >= LIMITS.ranked && score < enough && !whole;
    const far = candidates.filter(isFarBehind);
    const near = candidates.filter((one, at) => !isFarBehind(one, at));
    const { namesOnly, asksWhat } = slots.query;
    const considered = near.map(({ passage }) => rank(slots, passage, comparisons));
    const nearly = asksWhat ? pageNearlyNamed(considered, arrays) : -1;
    const unseen = openingsOf(considered, nearly, arrays);
    const withOpenings = [
      ...considered,
      ...unseen.map((passage) => rank(slots, passage, comparisons)),
    ].map((one) =>
      arrays.page[one.passage] === nearly ? { ...one, named: "page" as const } : one,
    );
    const all = asNamed(withOpenings, arrays, namesOnly);
    return {
      ranked: all
        .filter((one) => one.score > Number.NEGATIVE_INFINITY)
        .toSorted((a, b) => b.score - a.score || a.passage - b.passage),
      never: Math.max(
        0,
        ...all.map((one) => one.never),
        ...far.map(({ passage }) => likeness.never(slots, passage)),
      ),
    };
  };
}
