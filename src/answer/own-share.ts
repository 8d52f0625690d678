import type { Sentence } from "../knowledge/sentences.ts";
import type { Arrays } from "../search/arrays.ts";
import type { Slots } from "../search/slots.ts";
import type { Passage } from "../types.ts";
import { share } from "./sentence-signals.ts";

/** Share of the question that a row's or item's own words hold, leaving out what its headings and lead-in say already. */
export function ownShare(
  { vocabulary }: Arrays,
  slots: Slots,
  passage: Passage,
): (sentence: Sentence) => number {
  const holdingOf = (texts: readonly string[]): Float64Array => {
    const held = new Float64Array(slots.query.content.length);
    for (const id of texts.flatMap((text) => vocabulary.contentIds(text))) {
      const slot = slots.slotOf[id] ?? 0;
      if (slot > 0) held[slot - 1] = Math.max(held[slot - 1] ?? 0, slots.weightOf[id] ?? 0);
    }
    return held;
  };
  const besides = (own: Float64Array, around: Float64Array): Float64Array =>
    own.map((weight, slot) => Math.max(0, weight - (around[slot] ?? 0)));
  return ({ kind, text, leadIn, columns }) => {
    const above = holdingOf([...passage.headings, columns]);
    // What is said around it in other words is no more its own: "relational" under "SQL and NoSQL compared".
    const own = besides(holdingOf([text]), holdingOf([...passage.headings, leadIn, columns]));
    if (kind !== "row") return share(slots, own);
    // A lead-in may name all rows; what a row is named is its own.
    const name = besides(holdingOf([text.split(" | ", 1)[0] ?? ""]), above);
    return share(
      slots,
      own.map((weight, slot) => Math.max(weight, name[slot] ?? 0)),
    );
  };
}
