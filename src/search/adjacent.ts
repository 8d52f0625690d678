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
  /**
   * Share, by rarity, of the content words that follow each other in the question, whatever small words are between them, and in
   * the body with at most one word between them: "length of the bridge" and "length of bridge", "rest of Europe" and "rest in Europe".
   */
  readonly apart: number;
}

const ROOM = 2 * LIMITS.terms + 1;
/** Pairs of a question that are looked for. */
const PAIRS = 4 * LIMITS.terms;

/**
 * Compares word pairs, small words among them ("how do I", "capital of France"): the ordered part of a sequential dependence
 * model (Metzler, Croft 2005), once a pair. Linear in the passage's length.
 */
export function createAdjacency(arrays: Arrays): (slots: Slots) => (passage: number) => Adjacency {
  const side = createPairs();
  const near = createPairs();

  return (slots) => {
    const { query, slotOf } = slots;
    side.ask(query.sequence, slots);
    near.ask(
      query.sequence.filter((slot) => slot > 0),
      slots,
    );

    function scan(terms: Int32Array, from: number, to: number, isBody: boolean): void {
      let before = 0;
      let earlier = 0;
      for (let at = from; at < to; at++) {
        const slot = slotOf[terms[at] ?? 0] ?? 0;
        if (slot !== 0 && before !== 0) side.meet(before, slot);
        if (isBody && slot > 0) {
          if (before > 0) near.meet(before, slot);
          if (earlier > 0) near.meet(earlier, slot);
        }
        earlier = before;
        before = slot;
      }
    }

    return (passage) => {
      if (side.none() && near.none()) return NONE;
      side.forget();
      near.forget();
      scan(arrays.terms, ...bodyRange(arrays, passage), true);
      const titleFrom = arrays.titleStart[passage] ?? 0;
      scan(arrays.titleTerms, titleFrom, arrays.titleStart[passage + 1] ?? 0, false);
      return { weighed: side.weighed(), counted: side.counted(), apart: near.weighed() };
    };
  };
}

const NONE: Adjacency = { weighed: 0, counted: 0, apart: 0 };

/** Pairs of slots of one question, and which of them a passage was seen to have. */
interface Pairs {
  /** Takes the neighbours in a sequence of slots, each pair once. */
  ask(sequence: readonly number[], slots: Slots): void;
  none(): boolean;
  forget(): void;
  meet(first: number, second: number): void;
  weighed(): number;
  counted(): number;
}

function createPairs(): Pairs {
  /** Number of the pair made of two slots, 0 for none. */
  const numberOf = new Uint8Array(ROOM * ROOM);
  const used: number[] = [];
  const met = new Uint8Array(PAIRS);
  const weights = new Float64Array(PAIRS);
  let all = 0;
  let weighed = 0;
  let counted = 0;
  return {
    ask(sequence, slots) {
      for (const key of used) numberOf[key] = 0;
      used.length = 0;
      all = 0;
      for (const [index, first] of sequence.entries()) {
        const second = sequence[index + 1] ?? 0;
        const key = keyOf(first, second);
        if (first === 0 || second === 0 || numberOf[key] !== 0) continue;
        if (used.length + 1 >= PAIRS) break;
        numberOf[key] = used.push(key);
        const weight = rarityOf(slots, first) + rarityOf(slots, second);
        weights[used.length] = weight;
        all += weight;
      }
    },
    none: () => used.length === 0,
    forget() {
      met.fill(0, 0, used.length + 1);
      weighed = 0;
      counted = 0;
    },
    meet(first, second) {
      const pair = numberOf[keyOf(first, second)] ?? 0;
      if (pair === 0 || met[pair] !== 0) return;
      met[pair] = 1;
      weighed += weights[pair] ?? 0;
      counted++;
    },
    weighed: () => weighed / Math.max(all, 1e-9),
    counted: () => counted / Math.max(1, used.length),
  };
}

function keyOf(first: number, second: number): number {
  return (first + LIMITS.terms) * ROOM + second + LIMITS.terms;
}

function rarityOf({ query }: Slots, slot: number): number {
  return (slot > 0 ? query.content[slot - 1]?.idf : query.soft[-slot - 1]?.idf) ?? 0;
}
