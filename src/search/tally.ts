import type { Numbers } from "./numbers.ts";

/** Counts in how many places (passages, sentences) each term stands. */
export function createTally(): {
  count(terms: Numbers, from: number, place: number): void;
  frequencies(size: number): Int32Array;
  /** What was counted so far does not count. */
  clear(): void;
} {
  const frequency: number[] = [];
  const lastSeen: number[] = [];
  return {
    count(terms, from, place) {
      for (let at = from; at < terms.length; at++) {
        const term = terms.at(at);
        if (lastSeen[term] === place) continue;
        lastSeen[term] = place;
        frequency[term] = (frequency[term] ?? 0) + 1;
      }
    },
    frequencies: (size) => Int32Array.from({ length: size }, (_, term) => frequency[term] ?? 0),
    clear() {
      frequency.length = 0;
      lastSeen.length = 0;
    },
  };
}
