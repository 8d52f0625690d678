import { mean, percentile } from "./metrics.ts";
import type { Random } from "./seeded.ts";

export type Interval = readonly [low: number, high: number];

const ROUNDS = 1_000;

/** 95 % interval of a mean by the percentile bootstrap (Efron 1979). */
export function meanInterval(values: readonly number[], random: Random): Interval {
  return interval(ROUNDS, () => mean(drawn(values, random)));
}

/** 95 % interval of a figure over two samples, each drawn anew; fewer rounds, for such figures cost a sort each. */
export function pairInterval(
  positives: readonly number[],
  negatives: readonly number[],
  figure: (positives: readonly number[], negatives: readonly number[]) => number,
  random: Random,
): Interval {
  return interval(ROUNDS / 5, () => figure(drawn(positives, random), drawn(negatives, random)));
}

function interval(rounds: number, draw: () => number): Interval {
  const figures = Array.from({ length: rounds }, draw);
  return [percentile(figures, 0.025), percentile(figures, 0.975)];
}

function drawn(values: readonly number[], random: Random): number[] {
  return values.map(() => values[Math.floor(random() * values.length)] ?? Number.NaN);
}
