/** An observation: its signals, whether it was right, and how much it counts. */
export interface Observation {
  readonly signals: ArrayLike<number>;
  readonly right: boolean;
  readonly weight: number;
}

export interface Logistic {
  readonly weights: readonly number[];
  readonly bias: number;
}

/** Logistic regression by Newton's method; a ridge penalty `l2` draws the weights of standardised signals to those of `towards`. */
export function fitLogistic(
  observations: readonly Observation[],
  width: number,
  l2 = 1e-3,
  towards: readonly number[] = [],
): Logistic {
  const all = observations.reduce((sum, { weight }) => sum + weight, 0);
  const columns = Array.from({ length: width }, (_, at) => at);
  const means = columns.map((at) =>
    sumOf(observations, (one) => (one.weight / all) * (one.signals[at] ?? 0)),
  );
  const spreads = columns.map(
    (at) =>
      Math.sqrt(
        sumOf(
          observations,
          (one) => (one.weight / all) * ((one.signals[at] ?? 0) - (means[at] ?? 0)) ** 2,
        ),
      ) || 1,
  );
  const rows = observations.map(({ signals }) =>
    Float64Array.from([
      ...columns.map((at) => ((signals[at] ?? 0) - (means[at] ?? 0)) / (spreads[at] ?? 1)),
      1,
    ]),
  );
  const drawn = columns.map((at) => (towards[at] ?? 0) * (spreads[at] ?? 1));
  const size = width + 1;
  let solution: Float64Array = Float64Array.from([...drawn, 0]);
  for (let round = 0; round < 12; round++) {
    const gradient = solution.map((value, at) =>
      at < width ? l2 * (value - (drawn[at] ?? 0)) : 0,
    );
    const hessian = Array.from({ length: size }, (_, at) =>
      Float64Array.from({ length: size }, (_, other) =>
        at === other ? (at < width ? l2 : 0) + 1e-9 : 0,
      ),
    );
    for (const [index, row] of rows.entries()) {
      const { weight = 0, right = false } = observations[index] ?? {};
      const p =
        1 / (1 + Math.exp(-row.reduce((sum, value, at) => sum + value * (solution[at] ?? 0), 0)));
      const pull = (weight / all) * (p - (right ? 1 : 0));
      const curve = (weight / all) * p * (1 - p);
      for (let at = 0; at < size; at++) {
        gradient[at] = (gradient[at] ?? 0) + pull * (row[at] ?? 0);
        const line = hessian[at];
        if (line === undefined) continue;
        for (let other = 0; other < size; other++)
          line[other] = (line[other] ?? 0) + curve * (row[at] ?? 0) * (row[other] ?? 0);
      }
    }
    const step = solve(hessian, gradient);
    solution = solution.map((value, at) => value - (step[at] ?? 0));
  }
  const weights = columns.map((at) => (solution[at] ?? 0) / (spreads[at] ?? 1));
  return {
    weights,
    bias:
      (solution[width] ?? 0) -
      weights.reduce((sum, weight, at) => sum + weight * (means[at] ?? 0), 0),
  };
}

export function probability({ weights, bias }: Logistic, signals: ArrayLike<number>): number {
  return (
    1 /
    (1 + Math.exp(-weights.reduce((sum, weight, at) => sum + weight * (signals[at] ?? 0), bias)))
  );
}

/** Solves a symmetric system by Gauss's elimination with pivots; the arguments are used up. */
function solve(matrix: readonly Float64Array[], vector: Float64Array): Float64Array {
  const rows = matrix.map((row, at) => Float64Array.from([...row, vector[at] ?? 0]));
  const size = rows.length;
  for (let column = 0; column < size; column++) {
    const below = rows
      .slice(column)
      .map((row, offset) => ({ offset, size: Math.abs(row[column] ?? 0) }));
    const pivot = column + below.reduce((best, one) => (one.size > best.size ? one : best)).offset;
    const swapped = rows[column];
    rows[column] = rows[pivot] ?? new Float64Array();
    rows[pivot] = swapped ?? new Float64Array();
    const lead = rows[column] ?? new Float64Array();
    for (const [at, row] of rows.entries()) {
      if (at === column) continue;
      const factor = (row[column] ?? 0) / (lead[column] ?? 1);
      for (let other = column; other <= size; other++)
        row[other] = (row[other] ?? 0) - factor * (lead[other] ?? 0);
    }
  }
  return Float64Array.from(rows, (row, at) => (row[size] ?? 0) / (row[at] ?? 1));
}

function sumOf<T>(values: readonly T[], figure: (value: T) => number): number {
  return values.reduce((sum, value) => sum + figure(value), 0);
}
