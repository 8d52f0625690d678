/** The candidates of one question: a row of signals each, and which of them are right. */
export interface Choice {
  readonly rows: readonly Float64Array[];
  readonly right: readonly number[];
}

/**
 * Weights under which the right candidates get the most of a softmax over all (listwise, marginal likelihood over several
 * right ones), by Adam; every set counts the same, however many questions it has. `l2` pulls towards zero.
 */
export function fitListwise(
  sets: readonly (readonly Choice[])[],
  width: number,
  {
    rounds = 300,
    l2 = 1e-4,
    start = [],
  }: { readonly rounds?: number; readonly l2?: number; readonly start?: readonly number[] } = {},
): Float64Array {
  const weights = Float64Array.from({ length: width }, (_, index) => start[index] ?? 0);
  const momentum = new Float64Array(width);
  const variance = new Float64Array(width);
  for (let round = 1; round <= rounds; round++) {
    const gradient = weights.map((weight) => l2 * weight);
    for (const set of sets) {
      const usable = set.filter(
        ({ right, rows }) => right.length > 0 && right.length < rows.length,
      );
      for (const choice of usable)
        addGradient(choice, weights, gradient, 1 / (usable.length * sets.length));
    }
    const pace = round > rounds * 0.7 ? 0.02 : 0.08;
    for (let at = 0; at < width; at++) {
      const slope = gradient[at] ?? 0;
      momentum[at] = 0.9 * (momentum[at] ?? 0) + 0.1 * slope;
      variance[at] = 0.99 * (variance[at] ?? 0) + 0.01 * slope * slope;
      const step =
        (momentum[at] ?? 0) /
        (1 - 0.9 ** round) /
        (Math.sqrt((variance[at] ?? 0) / (1 - 0.99 ** round)) + 1e-8);
      weights[at] = (weights[at] ?? 0) - pace * step;
    }
  }
  return weights;
}

function addGradient(
  { rows, right }: Choice,
  weights: Float64Array,
  gradient: Float64Array,
  share: number,
): void {
  const scores = rows.map((row) => dot(row, weights));
  const top = Math.max(...scores);
  const mass = scores.map((score) => Math.exp(score - top));
  const all = mass.reduce((sum, one) => sum + one, 0);
  const good = right.reduce((sum, index) => sum + (mass[index] ?? 0), 0);
  const isRight = new Set(right);
  for (const [index, row] of rows.entries()) {
    const pull =
      share * ((mass[index] ?? 0) / all - (isRight.has(index) ? (mass[index] ?? 0) / good : 0));
    if (Math.abs(pull) < 1e-9) continue;
    for (let at = 0; at < gradient.length; at++)
      gradient[at] = (gradient[at] ?? 0) + pull * (row[at] ?? 0);
  }
}

function dot(row: ArrayLike<number>, weights: ArrayLike<number>): number {
  let sum = 0;
  for (let at = 0; at < weights.length; at++) sum += (row[at] ?? 0) * (weights[at] ?? 0);
  return sum;
}

/** Share of the questions whose best-scored candidate is right; those without a right candidate count as missed. */
export function hitRate(set: readonly Choice[], weights: Float64Array): number {
  const hits = set.filter(({ rows, right }) => {
    let best = -1;
    let bestScore = Number.NEGATIVE_INFINITY;
    for (const [index, row] of rows.entries()) {
      const score = dot(row, weights);
      if (score > bestScore) [best, bestScore] = [index, score];
    }
    return right.includes(best);
  });
  return hits.length / Math.max(1, set.length);
}
