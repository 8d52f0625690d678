/** The figures of retrieval and abstention. All are in 0 to 1, `NaN` where there is nothing to count. */

export function mean(values: readonly number[]): number {
  return values.length === 0
    ? Number.NaN
    : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** 1 where any of the first `k` answers. */
export function hitAt(
  ranking: readonly string[],
  gold: ReadonlyMap<string, number>,
  k: number,
): number {
  return ranking.slice(0, k).some((id) => gold.has(id)) ? 1 : 0;
}

/** Share of what answers that is among the first `k`. */
export function recallAt(
  ranking: readonly string[],
  gold: ReadonlyMap<string, number>,
  k: number,
): number {
  if (gold.size === 0) return Number.NaN;
  return ranking.slice(0, k).filter((id) => gold.has(id)).length / gold.size;
}

/** One over the place of the first that answers, 0 behind place `k`. */
export function reciprocalRank(
  ranking: readonly string[],
  gold: ReadonlyMap<string, number>,
  k: number,
): number {
  const place = ranking.slice(0, k).findIndex((id) => gold.has(id));
  return place < 0 ? 0 : 1 / (place + 1);
}

/** Normalised discounted cumulative gain with the grades as gains, as trec_eval and BEIR count it. */
export function ndcgAt(
  ranking: readonly string[],
  gold: ReadonlyMap<string, number>,
  k: number,
): number {
  const gain = (grades: readonly number[]): number =>
    grades.slice(0, k).reduce((sum, grade, place) => sum + grade / Math.log2(place + 2), 0);
  const best = gain([...gold.values()].toSorted((a, b) => b - a));
  return best === 0 ? Number.NaN : gain(ranking.slice(0, k).map((id) => gold.get(id) ?? 0)) / best;
}

/** Probability that a positive scores above a negative, ties counting half (Mann and Whitney's U). */
export function auroc(positives: readonly number[], negatives: readonly number[]): number {
  if (positives.length === 0 || negatives.length === 0) return Number.NaN;
  const all = [
    ...positives.map((score) => ({ score, positive: true })),
    ...negatives.map((score) => ({ score, positive: false })),
  ];
  all.sort((a, b) => a.score - b.score);
  let ranks = 0;
  for (let from = 0; from < all.length;) {
    let to = from;
    while (to < all.length && all[to]?.score === all[from]?.score) to++;
    for (let at = from; at < to; at++) if (all[at]?.positive === true) ranks += (from + 1 + to) / 2;
    from = to;
  }
  return (
    (ranks - (positives.length * (positives.length + 1)) / 2) /
    (positives.length * negatives.length)
  );
}

/** Share of negatives above the score that lets `rate` of the positives through. */
export function falsePositiveRate(
  positives: readonly number[],
  negatives: readonly number[],
  rate: number,
): number {
  if (positives.length === 0 || negatives.length === 0) return Number.NaN;
  const ordered = positives.toSorted((a, b) => b - a);
  const threshold = ordered[Math.min(ordered.length, Math.ceil(rate * ordered.length)) - 1] ?? 0;
  return negatives.filter((score) => score >= threshold).length / negatives.length;
}

/** Expected calibration error over ten bins of equal width (Naeini, Cooper, Hauskrecht 2015); `weight` is 1 where absent. */
export function calibrationError(
  predictions: readonly {
    readonly confidence: number;
    readonly right: boolean;
    readonly weight?: number;
  }[],
): number {
  const bins = Array.from({ length: 10 }, () => ({ confidence: 0, right: 0 }));
  let all = 0;
  for (const { confidence, right, weight = 1 } of predictions) {
    const bin = bins[Math.min(9, Math.floor(confidence * 10))];
    if (bin === undefined) continue;
    all += weight;
    bin.confidence += weight * confidence;
    bin.right += right ? weight : 0;
  }
  return (
    bins.reduce((sum, bin) => sum + Math.abs(bin.confidence - bin.right), 0) / Math.max(1e-9, all)
  );
}

/** Matthews' correlation for several classes (Gorodkin 2004): 1 is perfect, 0 is chance. */
export function multiclassMcc(pairs: readonly (readonly [truth: string, said: string])[]): number {
  const truths = new Map<string, number>();
  const said = new Map<string, number>();
  let right = 0;
  for (const [truth, answer] of pairs) {
    truths.set(truth, (truths.get(truth) ?? 0) + 1);
    said.set(answer, (said.get(answer) ?? 0) + 1);
    if (truth === answer) right++;
  }
  const total = pairs.length;
  const squares = (counts: ReadonlyMap<string, number>): number =>
    [...counts.values()].reduce((sum, count) => sum + count * count, 0);
  const cross = [...said].reduce((sum, [name, count]) => sum + count * (truths.get(name) ?? 0), 0);
  const scale = Math.sqrt((total * total - squares(said)) * (total * total - squares(truths)));
  return scale === 0 ? 0 : (right * total - cross) / scale;
}

/** The value below which `share` of the values lie (nearest rank). */
export function percentile(values: readonly number[], share: number): number {
  const ordered = values.toSorted((a, b) => a - b);
  return ordered[Math.max(0, Math.ceil(share * ordered.length) - 1)] ?? Number.NaN;
}
