import type { Choice } from "./listwise.ts";

/** The candidates of one question, each a part of an entry: an entry stands where its best candidate does. */
export interface Ordered extends Choice {
  readonly entries: readonly string[];
}

/** How sharply a difference of scores decides who stands first: at .1 by seven to one. */
const SHARPNESS = 20;

/**
 * Weights that order the entries best: they maximise nDCG with smooth ranks, rank(i) = 1 + Σ σ(20 (s(j) - s(i))) (ApproxNDCG; Qin, Liu,
 * Li 2010), by Adam; every set counts the same. A softmax over the candidates is fitted to the questions that no weights can
 * answer; this is not. `pull` holds each weight to where it began, by the spread of its signal; `held` ones stay there.
 */
export function fitOrdering(
  sets: readonly (readonly Ordered[])[],
  start: readonly number[],
  {
    rounds = 150,
    pull = 0.2,
    held = [],
  }: { readonly rounds?: number; readonly pull?: number; readonly held?: readonly number[] } = {},
): Float64Array {
  const weights = Float64Array.from(start);
  const momentum = new Float64Array(start.length);
  const variance = new Float64Array(start.length);
  const prepared = sets.map((set) => set.map(prepare).filter(({ right }) => right.length > 0));
  const spreads = start.map((_, at) => mean(sets.map((set) => spreadOf(set, at))));
  for (let round = 1; round <= rounds; round++) {
    const gradient = weights.map(
      (weight, at) => pull * (spreads[at] ?? 0) ** 2 * (weight - (start[at] ?? 0)),
    );
    for (const set of prepared) {
      for (const one of set) addGradient(one, weights, gradient, 1 / (set.length * sets.length));
    }
    const pace = round > rounds * 0.7 ? 0.003 : 0.015;
    for (let at = 0; at < weights.length; at++) {
      if (held.includes(at)) continue;
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

/** Smooth nDCG of a set, 0 to 1; questions without a right candidate count as missed. */
export function orderingOf(set: readonly Ordered[], weights: Float64Array): number {
  const unused = new Float64Array(weights.length);
  return mean(
    set.map((one) => {
      const ready = prepare(one);
      return ready.right.length === 0 ? 0 : addGradient(ready, weights, unused, 0);
    }),
  );
}

interface Prepared {
  readonly rows: readonly Float64Array[];
  /** The number of each row's entry. */
  readonly entry: readonly number[];
  readonly entries: number;
  readonly right: readonly number[];
  readonly ideal: number;
}

function prepare({ rows, right, entries }: Ordered): Prepared {
  const names = [...new Set(entries)];
  const entry = entries.map((name) => names.indexOf(name));
  const rightEntries = [...new Set(right.map((row) => entry[row] ?? 0))];
  const ideal = rightEntries.reduce((sum, _, place) => sum + 1 / Math.log2(place + 2), 0);
  return { rows, entry, entries: names.length, right: rightEntries, ideal };
}

/** Adds the slope of the loss, `share` of 1 - nDCG, and gives nDCG. */
function addGradient(
  { rows, entry, entries, right, ideal }: Prepared,
  weights: Float64Array,
  gradient: Float64Array,
  share: number,
): number {
  const own = rows.map((row) => dot(row, weights));
  const top = Math.max(...own);
  const mass = own.map((score) => Math.exp(2 * SHARPNESS * (score - top)));
  const masses = new Float64Array(entries);
  for (const [row, at] of entry.entries()) masses[at] = (masses[at] ?? 0) + (mass[row] ?? 0);
  const scores = masses.map((one) => Math.log(Math.max(one, 1e-300)) / (2 * SHARPNESS));
  const slopes = new Float64Array(entries);
  let gained = 0;
  for (const good of right) {
    const before = scores.map((score, other) =>
      other === good ? 0 : 1 / (1 + Math.exp(SHARPNESS * ((scores[good] ?? 0) - score))),
    );
    const rank = before.reduce((sum, one) => sum + one, 1);
    const gain = 1 / Math.log2(1 + rank) / ideal;
    gained += gain;
    const slope = (share * gain) / ((1 + rank) * Math.log(1 + rank));
    for (const [other, one] of before.entries()) {
      const pull = slope * SHARPNESS * one * (1 - one);
      slopes[other] = (slopes[other] ?? 0) + pull;
      slopes[good] = (slopes[good] ?? 0) - pull;
    }
  }
  for (const [row, signals] of rows.entries()) {
    const at = entry[row] ?? 0;
    const slope = ((slopes[at] ?? 0) * (mass[row] ?? 0)) / Math.max(masses[at] ?? 0, 1e-300);
    if (Math.abs(slope) < 1e-12) continue;
    for (let signal = 0; signal < gradient.length; signal++)
      gradient[signal] = (gradient[signal] ?? 0) + slope * (signals[signal] ?? 0);
  }
  return gained;
}

/** How much a signal differs among the candidates of one question. */
function spreadOf(set: readonly Ordered[], at: number): number {
  const variances = set.map(({ rows }) => {
    const middle = mean(rows.map((row) => row[at] ?? 0));
    return mean(rows.map((row) => ((row[at] ?? 0) - middle) ** 2));
  });
  return Math.sqrt(mean(variances));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

function dot(row: ArrayLike<number>, weights: ArrayLike<number>): number {
  let sum = 0;
  for (let at = 0; at < weights.length; at++) sum += (row[at] ?? 0) * (weights[at] ?? 0);
  return sum;
}
