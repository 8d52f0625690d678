import type { Ranked } from "../search/ranking.ts";
import type { Slots } from "../search/slots.ts";
import type { Signal } from "../types.ts";
import type { Question } from "./question.ts";
import type { ScoredSentence } from "./sentence-signals.ts";
import { CONFIDENCE, CONFIDENCE_BIAS } from "./weights.ts";

/** What the choice of an answer looked like. */
export interface Evidence {
  readonly slots: Slots;
  readonly question: Question;
  readonly ranked: readonly Ranked[];
  /** The passage that answers; not always the first of `ranked`. */
  readonly passage: Ranked;
  readonly chosen: ScoredSentence;
  /** Share of the question that the chosen sentence, its neighbours and its headings hold. */
  readonly window: number;
  /** The best sentence score of any other passage. */
  readonly runnerUp: number;
}

/** The signals of `CONFIDENCE`, in that order. */
export function confidenceSignals(evidence: Evidence): Float64Array {
  const { slots, ranked, passage, chosen, window } = evidence;
  const words = slots.query.content.length;
  const best = ranked[0]?.score ?? 0;
  const fifth = ranked[Math.min(4, ranked.length - 1)]?.score ?? 0;
  const rarest = Math.max(0, ...slots.query.content.map((term) => term.idf));
  const negated = /\b(?:not|never|without|except|no)\b|n't\b/iu.test(chosen.sentence.text);
  return Float64Array.of(
    window,
    ranked.length < 2 ? 1 : chosen.score - evidence.runnerUp,
    Math.log(1 + words),
    passage.covered,
    chosen.pairs,
    best <= 0 || ranked.length < 2 ? 0 : (best - fifth) / best,
    window ** 3,
    passage.signals[0] ?? 0,
    rarest / 10,
    evidence.question.negated === negated ? 0 : 1,
    chosen.holds.every((held) => held > 0) ? 1 : 0,
    chosen.score / 10,
    passage.signals.at(-1) ?? 0,
  );
}

/** Calibrated probability that what was chosen answers the question. */
export function confidenceOf(signals: Float64Array): number {
  let z = CONFIDENCE_BIAS;
  for (const [index, { weight }] of CONFIDENCE.entries()) z += weight * (signals[index] ?? 0);
  return 1 / (1 + Math.exp(-z));
}

/** The same with names and meanings, for `why`. */
export function explainConfidence(signals: Float64Array): Signal[] {
  return CONFIDENCE.map(({ name, meaning, weight }, index) => ({
    name,
    meaning,
    weight,
    value: signals[index] ?? 0,
  }));
}
