import { fitLogistic, probability } from "./logistic.ts";
import type { Logistic } from "./logistic.ts";
import type { Judged } from "./observations.ts";

/**
 * How much an answerable question with the wrong answer counts while the direction is fitted: it looks like one that is
 * answered right, and teaching the model to doubt it would make it doubt the subject. Calibration counts it in full.
 */
const WRONG_BUT_KNOWN = 0.4;

/** How strongly the weights are drawn to the shipped ones: of .001 to .3 what fares best on the sets left out. */
const DRAWN = 0.1;

/** A logistic model in two steps: the direction, then its scale and bias on what really happens (Platt 1999). */
export function calibrated(judged: readonly Judged[], shipped: readonly number[]): Logistic {
  const width = shipped.length;
  const seen = judged.flatMap(({ signals, ...one }) =>
    signals === undefined || one.weight === 0 ? [] : [{ ...one, signals }],
  );
  const direction = fitLogistic(
    seen.map((one) => ({
      ...one,
      weight: one.weight * (one.sort === "answerable" && !one.right ? WRONG_BUT_KNOWN : 1),
    })),
    width,
    DRAWN,
    shipped,
  );
  const logit = (p: number): number => Math.log(Math.max(p, 1e-9) / Math.max(1 - p, 1e-9));
  const {
    weights: [scale = 1],
    bias,
  } = fitLogistic(
    seen.map(({ signals, right, weight }) => ({
      signals: [logit(probability(direction, signals))],
      right,
      weight,
    })),
    1,
    0,
  );
  return {
    weights: direction.weights.map((weight) => weight * scale),
    bias: direction.bias * scale + bias,
  };
}
