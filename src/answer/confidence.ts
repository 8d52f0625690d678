import { declaredLikeness, declaredWordsOf } from "../search/ranking.ts";
import type { Ranked } from "../search/ranking.ts";
import type { Slots } from "../search/slots.ts";
import type { Signal } from "../types.ts";
import type { Chance } from "./chance.ts";
import type { Question } from "./question.ts";
import { cannotAnswer } from "./sentence-signals.ts";
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
  readonly chance: Chance;
  /** Likeness of the question to those that some page found for it must not be used for. */
  readonly never: number;
}

/** The signals of `CONFIDENCE`, in that order. */
export function confidenceSignals({
  slots,
  ranked,
  passage,
  chosen,
  chance,
  never,
}: Evidence): Float64Array {
  const words = slots.query.content.length;
  const length = Math.log(1 + words);
  const best = Math.max(0, ranked[0]?.score ?? 0);
  const declared = Math.max(0, declaredLikeness(passage));
  return Float64Array.of(
    chance.beyond,
    chance.beyond / Math.max(1, words),
    chance.missing,
    best,
    Math.log(Math.max(0.05, best)),
    best * length,
    length,
    slots.query.ideal / Math.max(1, words),
    lead(ranked, 4),
    lead(ranked, 1),
    cannotAnswer(chosen) ? 1 : 0,
    declared,
    never,
    refused(never, declared),
    declaredWordsOf(passage),
    passage.refused,
  );
}

/** From this likeness on, what an author says is not answered weighs more than its likeness alone, */
const NEARLY_THE_SAME = 0.7;
/** and fully where what is declared to be answered is so much less like. */
const CLEARLY = 0.05;

/** How nearly the question is one that an author says is not answered, where what is declared here is less like: 0 to 1. */
function refused(never: number, declared: number): number {
  const alike = Math.max(0, (never - NEARLY_THE_SAME) / (1 - NEARLY_THE_SAME));
  return alike * Math.min(1, Math.max(0, (never - declared) / CLEARLY));
}

/** Lead of the best passage over the one at `place` (0 is the best), as a share of its score. */
function lead(ranked: readonly Ranked[], place: number): number {
  const best = ranked[0]?.score ?? 0;
  if (best <= 0) return 0;
  return ranked.length < 2
    ? 1
    : (best - (ranked[Math.min(place, ranked.length - 1)]?.score ?? 0)) / best;
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
