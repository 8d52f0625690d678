import type { Arrays } from "./arrays.ts";
import { rarity } from "./query-terms.ts";
import type { Slots } from "./slots.ts";
import { LIMITS, signalAt } from "./weights.ts";

const HEADING_COVERED = signalAt("heading covered");
const HEADING_LIKENESS = signalAt("heading likeness");
const DECLARED = signalAt("declared");

/** A question this like one that is declared under `never` is that question. */
const SAME_QUESTION = 0.9;

/**
 * Compares the question with the short texts that name a passage: its headings, and the questions and names declared
 * for it. Writes its three signals into the passage's; a passage that must not answer this question gets minus infinity.
 */
export function createLikeness(
  arrays: Arrays,
): (slots: Slots, passage: number, signals: Float64Array) => void {
  const { vocabulary } = arrays;
  const idf = Float64Array.from(vocabulary.stems, (_, id) =>
    vocabulary.content[id] === 1 ? rarity(arrays.passages, arrays.passageFrequency[id] ?? 0) : 0,
  );
  const stamp = new Int32Array(vocabulary.stems.length);
  const matched = new Float64Array(LIMITS.terms + 1);
  let now = 0;

  /** How much of the text the question holds, and the cosine of both over idf, for one short text. */
  function compare(
    slots: Slots,
    values: Int32Array,
    from: number,
    to: number,
  ): { covered: number; cosine: number } {
    now++;
    matched.fill(0);
    let sum = 0;
    let held = 0;
    let squares = 0;
    for (let index = from; index < to; index++) {
      const term = values[index] ?? 0;
      if (stamp[term] === now) continue;
      stamp[term] = now;
      const weight = idf[term] ?? 0;
      sum += weight;
      squares += weight * weight;
      const slot = slots.slotOf[term] ?? 0;
      if (slot > 0) {
        const share = weight * (slots.weightOf[term] ?? 0);
        held += share;
        matched[slot - 1] = Math.max(matched[slot - 1] ?? 0, share);
      }
    }
    let dot = 0;
    let norm = 0;
    for (const [slot, term] of slots.query.content.entries()) {
      norm += term.idf * term.idf;
      dot += term.idf * (matched[slot] ?? 0);
    }
    return {
      covered: sum === 0 ? 0 : held / sum,
      cosine: dot === 0 ? 0 : Math.min(1, dot / Math.sqrt(squares * norm)),
    };
  }

  return (slots, passage, signals) => {
    const from = arrays.titleStart[passage] ?? 0;
    const to = arrays.titleStart[passage + 1] ?? 0;
    const path = compare(slots, arrays.titleTerms, from, to);
    const own = compare(slots, arrays.titleTerms, arrays.headingStart[passage] ?? from, to);
    signals[HEADING_COVERED] = Math.max(path.covered, own.covered);
    signals[HEADING_LIKENESS] = Math.max(path.cosine, own.cosine);
    let best = 0;
    let banned = false;
    const last = arrays.firstNamed[passage + 1] ?? 0;
    for (let name = arrays.firstNamed[passage] ?? 0; name < last; name++) {
      const { cosine } = compare(
        slots,
        arrays.namedTerms,
        arrays.namedStart[name] ?? 0,
        arrays.namedStart[name + 1] ?? 0,
      );
      const weight = arrays.namedWeight[name] ?? 0;
      best = Math.max(best, cosine * weight);
      if (weight < 0 && cosine >= SAME_QUESTION) banned = true;
    }
    signals[DECLARED] = banned ? Number.NEGATIVE_INFINITY : best;
  };
}
