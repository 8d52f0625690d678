import type { Sentence } from "../knowledge/sentences.ts";
import { sectionOf } from "../knowledge/section-of.ts";
import type { Ranked } from "../search/ranking.ts";
import type { Slots } from "../search/slots.ts";
import type { Vocabulary } from "../search/vocabulary.ts";
import type { Citation, Passage } from "../types.ts";
import { cite } from "./cite.ts";

const MOST = 3;
/** A passage is related when it ranks at least this well beside the best one. */
const LEAST_SHARE = 0.5;
/**
 * Where nothing answers, what is close must rank at least this well (the weighted sum of `RANKING`, each signal a share of the
 * question's own ideal): of 487 questions about something else 10 % reach it, of 854 about the knowledge's matters 85 %.
 */
const CLOSE = 1.8;

/** What ranks next, each section once, without what is shown already; where nothing is shown, only what is close. */
export function relatedTo(
  ranked: readonly Ranked[],
  shown: readonly Passage[],
  parts: {
    readonly passages: readonly Passage[];
    readonly sentences: (passage: number) => readonly Sentence[];
    readonly slots: Slots;
    readonly vocabulary: Vocabulary;
  },
): Citation[] {
  const { passages, sentences, slots, vocabulary } = parts;
  const least = shown.length === 0 ? CLOSE : (ranked[0]?.score ?? 0) * LEAST_SHARE;
  const seen = new Set(shown.map((passage) => sectionOf(passage.id)));
  const related: Citation[] = [];
  for (const { passage: number, score } of ranked) {
    const passage = passages[number];
    if (related.length === MOST || score < least || passage === undefined) break;
    const section = sectionOf(passage.id);
    if (seen.has(section)) continue;
    seen.add(section);
    const first = sentences(number)[0];
    const block = passage.body[first?.block ?? 0];
    const body = block === undefined ? [] : [block];
    related.push(cite(passage, body, first?.text ?? "", slots, vocabulary));
  }
  return related;
}
