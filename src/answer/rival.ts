import type { Sentence } from "../knowledge/sentences.ts";
import type { Ranked } from "../search/ranking.ts";
import type { Choice } from "./choose.ts";
import type { Question } from "./question.ts";
import { SENTENCE } from "./weights.ts";

/** A passage that answers about as well as the one that was chosen. */
export interface Rival {
  readonly passage: Ranked;
  readonly sentence: Sentence;
}

/** From this share of the best score on, which of two passages answers is anybody's guess: a person would name both. */
const LEVEL = 0.95;
/** An answer that is surer than this stands alone. */
const SURE = 0.95;

/** What to quote beside an answer that is not sure, and holds no name or number as it was asked for. */
export function rivalOf(
  { chosen, ranked, sentences }: Choice,
  question: Question,
  confidence: number,
): Rival | undefined {
  const hits = (chosen.signals[EXPECTED_KIND] ?? 0) > 0;
  if (confidence >= SURE || (question.form === "fact" && hits)) return undefined;
  const enough = LEVEL * (ranked[0]?.score ?? 0);
  const passage = ranked.find((one) => one.passage !== chosen.passage);
  if (passage === undefined || enough <= 0 || passage.score < enough) return undefined;
  const own = sentences.filter((one) => one.passage === passage.passage);
  const best = own.toSorted((a, b) => b.score - a.score)[0];
  return best && { passage, sentence: best.sentence };
}

const EXPECTED_KIND = SENTENCE.findIndex(({ name }) => name === "expected kind");
