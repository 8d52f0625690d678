import type { Sentence } from "../knowledge/sentences.ts";
import type { Ranked } from "../search/ranking.ts";
import type { Slots } from "../search/slots.ts";
import type { Passage } from "../types.ts";
import type { Choice } from "./choose.ts";

/** What the other half of a comparison stands on. */
export interface OtherSide {
  readonly number: number;
  readonly passage: Passage;
  readonly chosen: Sentence;
}

/** The heaviest word the answer lacks is the other side of a comparison where another passage is headed by it. */
export function otherSide(
  slots: Slots,
  choice: Choice,
  ranked: readonly Ranked[],
  passageOf: (ranked: Ranked) => Passage,
): OtherSide | undefined {
  const { chosen } = choice;
  const missing = slots.query.content
    .map((term, slot) => ({
      slot,
      idf: term.idf,
      known: term.id >= 0 || term.alternatives.length > 0,
    }))
    .filter(({ slot, known }) => known && (chosen.holds[slot] ?? 0) === 0)
    .toSorted((a, b) => b.idf - a.idf)[0];
  if (missing === undefined) return undefined;
  const candidates = choice.sentences
    .filter((one) => one.passage !== chosen.passage && (one.holds[missing.slot] ?? 0) >= 0.9)
    .toSorted((a, b) => b.score - a.score);
  const best = candidates[0];
  const at = ranked.find((one) => one.passage === best?.passage);
  if (best === undefined || at === undefined) return undefined;
  return { number: best.passage, passage: passageOf(at), chosen: best.sentence };
}
