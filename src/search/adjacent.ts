import { bodyRange } from "./arrays.ts";
import type { Arrays } from "./arrays.ts";
import type { Slots } from "./slots.ts";
import { LIMITS } from "./weights.ts";

/** How many of the question's neighbouring words stand side by side in a passage, 0 to 1. */
export interface Adjacency {
  /** Share of the pairs by their rarity. */
  readonly weighed: number;
  /** Share of the pairs, each counting the same. */
  readonly counted: number;
}

const ROOM = 2 * LIMITS.terms + 1;

/**
 * Compares word pairs, small words among them ("how do I", "capital of France"): the ordered part of a sequential dependence
 * model (Metzler, Croft 2005), once a pair. Linear in the passage's length.
 */
export function createAdjacency(arrays: Arrays): (slots: Slots) => (passage: number) => Adjacency {
  /** Number of the question's pair made of two slots, 0 for none. */
  const pairOf = new Uint8Array(ROOM * ROOM);
  const used: number[] = [];
  const met = new Uint8Array(4 * LIMITS.terms);

  return (slots) => {
    for (const key of used) pairOf[key] = 0;
    used.length = 0;
    const { query, slotOf } = slots;
    const weights: number[] = [0];
    let all = 0;
    for (const [index, first] of query.sequence.entries()) {
      const second = query.sequence[index + 1] ?? 0;
      if (first === 0 || second === 0 || weights.length >= met.length) continue;
      const key = keyOf(first, second);
      if (pairOf[key] !== 0) continue;
      pairOf[key] = weights.length;
      used.push(key);
      const weight = rarityOf(slots, first) + rarityOf(slots, second);
      weights.push(weight);
      all += weight;
    }
    const pairs = weights.length - 1;
    let weighed = 0;
    let counted = 0;

    function scan(terms: Int32Array, from: number, to: number): void {
      let before = 0;
      for (let at = from; at < to; at++) {
        const slot = slotOf[terms[at] ?? 0] ?? 0;
        if (slot !== 0 && before !== 0) {
          const pair = pairOf[keyOf(before, slot)] ?? 0;
          if (pair !== 0 && met[pair] === 0) {
            met[pair] = 1;
            weighed += weights[pair] ?? 0;
            counted++;
          }
        }
        before = slot;
      }
    }

    return (passage) => {
      if (pairs === 0) return NONE;
      met.fill(0, 0, weights.length);
      weighed = 0;
      counted = 0;
      scan(arrays.terms, ...bodyRange(arrays, passage));
      scan(arrays.titleTerms, arrays.titleStart[passage] ?? 0, arrays.titleStart[passage + 1] ?? 0);
      return { weighed: weighed / Math.max(all, 1e-9), counted: counted / pairs };
    };
  };
}

const NONE: Adjacency = { weighed: 0, counted: 0 };

function keyOf(first: number, second: number): number {
  return (first + LIMITS.terms) * ROOM + second + LIMITS.terms;
}

function rarityOf({ query }: Slots, slot: number): number {
  return (slot > 0 ? query.content[slot - 1]?.idf : query.soft[-slot - 1]?.idf) ?? 0;
}
