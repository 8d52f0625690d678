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
  return ({ text, leadIn, columns }) => {
    const around = holdingOf([...passage.headings, leadIn, columns]);
    // What is said around it in other words is no more its own: "relational" under "SQL and NoSQL compared".
    const own = holdingOf([text]).map((weight, slot) => Math.max(0, weight - (around[slot] ?? 0)));
    return share(slots, own);
  };
}
