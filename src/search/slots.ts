import type { Arrays } from "./arrays.ts";
import type { QueryTerms } from "./query-terms.ts";

/**
 * The question as a table over the vocabulary: which of its words a term counts for, and how much. Looking a term up is
 * one array access, so scanning a passage costs a few nanoseconds a word.
 */
export interface Slots {
  readonly query: QueryTerms;
  /** 0: not in the question; n > 0: content word n - 1; n < 0: soft word -n - 1. */
  readonly slotOf: Int16Array;
  readonly weightOf: Float32Array;
  /** Further content words (from 0) that a term counts for: an acronym stands for its whole phrase. */
  readonly alsoOf: ReadonlyMap<number, readonly number[]>;
  /** Content words (n > 0) that a term asks for, too, and 0: counts only in what asks, a declared question. */
  readonly askedOf: Int16Array;
  /** Empties the table for the next question. */
  release(): void;
}

/** One table a corpus, filled for a question and emptied after it: questions are answered one after another. */
export function createSlotTable(arrays: Arrays): (query: QueryTerms) => Slots {
  const size = arrays.vocabulary.stems.length;
  const slotOf = new Int16Array(size);
  const weightOf = new Float32Array(size);
  const askedOf = new Int16Array(size);
  return (query) => {
    const used: number[] = [];
    const alsoOf = new Map<number, number[]>();
    const set = (id: number, slot: number, exact: number): void => {
      // As it will be read: a 32-bit 0.9 is less than 0.9.
      const weight = Math.fround(exact);
      if (id < 0 || (slotOf[id] !== 0 && (weightOf[id] ?? 0) >= weight)) return;
      slotOf[id] = slot;
      weightOf[id] = weight;
      used.push(id);
    };
    for (const [index, term] of query.content.entries()) {
      set(term.id, index + 1, 1);
      for (const other of term.alternatives) {
        const taken = slotOf[other.id] ?? 0;
        if (other.why === "synonym" && taken > 0 && taken !== index + 1) {
          alsoOf.set(other.id, [...(alsoOf.get(other.id) ?? []), index]);
        }
        set(other.id, index + 1, other.weight);
      }
    }
    const asking: number[] = [];
    for (const [index, term] of query.content.entries()) {
      for (const id of term.asked) {
        const taken = slotOf[id] ?? 0;
        if ((taken !== 0 && taken !== index + 1) || askedOf[id] !== 0) continue;
        askedOf[id] = index + 1;
        asking.push(id);
      }
    }
    for (const [index, term] of query.soft.entries()) set(term.id, -index - 1, 1);
    return {
      query,
      slotOf,
      weightOf,
      alsoOf,
      askedOf,
      release() {
        for (const id of used) {
          slotOf[id] = 0;
          weightOf[id] = 0;
        }
        for (const id of asking) askedOf[id] = 0;
      },
    };
  };
}
