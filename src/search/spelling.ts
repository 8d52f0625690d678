import { LRUCache } from "lru-cache";
import type { Vocabulary } from "./vocabulary.ts";

/** A stem that looks like another, with its likeness (Dice coefficient of character 4-grams, 0 to 1). */
export interface Lookalike {
  readonly id: number;
  readonly likeness: number;
}

/** Finds stems by their letters, through a table of the vocabulary's 4-grams; no passage is touched. */
export interface Spelling {
  /** The stems that hold a 4-gram. */
  holders(gram: string): readonly number[];
  /** Stems like this one, most alike first, itself left out. */
  similar(
    stem: string,
    options: { readonly atLeast: number; readonly most: number },
  ): readonly Lookalike[];
  /** The stem an unknown one was probably meant to be, among those that it may be, so many edits away. */
  correct(stem: string, mayBe: (id: number, edits: number) => boolean): Lookalike | undefined;
}

const GRAM = 4;
/** Stems whose lookalikes are remembered: people ask with the same words again and again. */
const REMEMBERED = 5_000;
/** Shorter words have too few letters for a guess. */
const SHORTEST_TO_CORRECT = 4;
/** Words differ by at most so many edits: one below six letters, two from there. */
const editsAllowed = (length: number): number => (length < 6 ? 1 : 2);

/** Builds the table over the content stems. `frequency` is how many passages hold a stem. */
export function buildSpelling(vocabulary: Vocabulary, frequency: Int32Array): Spelling {
  const holders = new Map<string, number[]>();
  for (const [id, stem] of vocabulary.stems.entries()) {
    // What stands in no public passage must not show in how others' words are weighed.
    if (vocabulary.content[id] !== 1 || (frequency[id] ?? 0) === 0) continue;
    for (const gram of gramsOf(stem)) {
      const ids = holders.get(gram);
      if (ids === undefined) holders.set(gram, [id]);
      else ids.push(id);
    }
  }
  const shared = new Uint16Array(vocabulary.stems.length);
  const sizes = Uint16Array.from(vocabulary.stems, gramCount);
  const known = new LRUCache<string, readonly Lookalike[]>({ max: REMEMBERED });

  function lookalikes(stem: string, atLeast: number): Lookalike[] {
    const grams = gramsOf(stem);
    const touched: number[] = [];
    for (const gram of grams) {
      for (const id of holders.get(gram) ?? []) {
        if (shared[id] === 0) touched.push(id);
        shared[id] = (shared[id] ?? 0) + 1;
      }
    }
    const found: Lookalike[] = [];
    for (const id of touched) {
      const likeness = (2 * (shared[id] ?? 0)) / (grams.size + (sizes[id] ?? 0));
      shared[id] = 0;
      if (likeness >= atLeast && vocabulary.stems[id] !== stem) found.push({ id, likeness });
    }
    return found.toSorted((a, b) => b.likeness - a.likeness || a.id - b.id);
  }

  return {
    holders: (gram) => holders.get(gram) ?? [],
    similar(stem, { atLeast, most }) {
      const key = `${atLeast} ${most} ${stem}`;
      const similar = known.get(key) ?? lookalikes(stem, atLeast).slice(0, most);
      known.set(key, similar);
      return similar;
    },
    correct(stem, mayBe) {
      if (stem.length < SHORTEST_TO_CORRECT || /\d/u.test(stem)) return undefined;
      const allowed = editsAllowed(stem.length);
      let best: Lookalike | undefined;
      let bestRank = 0;
      for (const candidate of lookalikes(stem, 0.2)) {
        const other = vocabulary.stems[candidate.id] ?? "";
        const word = (vocabulary.words[candidate.id] ?? other).toLowerCase();
        // A typo may hide the ending from the stemmer: "cachign" is one edit from the word, three from its stem.
        const edits = Math.min(
          editDistance(stem, other, allowed),
          editDistance(stem, word, allowed),
        );
        if (edits > allowed || other[0] !== stem[0] || !mayBe(candidate.id, edits)) continue;
        const rank =
          candidate.likeness - edits * 0.15 + Math.log1p(frequency[candidate.id] ?? 0) * 0.01;
        if (best === undefined || rank > bestRank) [best, bestRank] = [candidate, rank];
      }
      return best;
    },
  };
}

/** 4-grams of a word with its boundaries: `_redis_` has five. Words of one or two letters have none. */
export function gramsOf(stem: string): Set<string> {
  const bounded = `_${stem}_`;
  const grams = new Set<string>();
  for (let at = 0; at + GRAM <= bounded.length; at++) grams.add(bounded.slice(at, at + GRAM));
  return grams;
}

function gramCount(stem: string): number {
  return Math.max(0, stem.length + 2 - GRAM + 1);
}

/**
 * Edits between two words, a swap of neighbours counting one (optimal string alignment; Damerau 1964). Stops early and
 * answers `limit + 1` where there are more than `limit`.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let edits = Math.min(
        (above[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (above[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        edits = Math.min(edits, (before[column - 2] ?? 0) + 1);
      }
      current.push(edits);
      least = Math.min(least, edits);
    }
    if (least > limit) return limit + 1;
    [before, above] = [above, current];
  }
  return above[b.length] ?? limit + 1;
}
