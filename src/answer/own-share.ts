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
  const heading = new Set(passage.headings.flatMap((text) => vocabulary.contentIds(text)));
  return ({ text, leadIn, columns }) => {
    const around = new Set(vocabulary.contentIds(`${leadIn} ${columns}`));
    const held = new Float64Array(slots.query.content.length);
    for (const id of vocabulary.contentIds(text)) {
      const slot = heading.has(id) || around.has(id) ? 0 : (slots.slotOf[id] ?? 0);
      if (slot > 0) held[slot - 1] = Math.max(held[slot - 1] ?? 0, slots.weightOf[id] ?? 0);
    }
    return share(slots, held);
  };
}
