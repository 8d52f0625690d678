import type { Figures } from "./figures.ts";

/** A figure as it was, and how far it may fall: half the half-width of its 95 % interval, for the questions stay the same. */
export interface Notch {
  readonly value: number;
  readonly noise: number;
}

/** By set, then by figure. */
export type Baseline = Readonly<Record<string, Readonly<Record<string, Notch>>>>;

/** The figures that must not fall. */
const HELD = [
  "hit@1",
  "hit@5",
  "ndcg@10",
  "answer@1",
  "answer_given_passage",
  "auroc_ood",
  "auroc_near",
  "precision",
  "answered",
] as const;
/** Where the interval is not known. */
const LEAST_NOISE = 0.005;

/** What today's figures would hold everybody to. */
export function baselineOf(rows: readonly Figures[]): Baseline {
  return Object.fromEntries(
    rows.map((row) => [
      row.set,
      Object.fromEntries(
        HELD.flatMap((figure) => {
          const value = row[figure];
          if (typeof value !== "number") return [];
          const [low, high] = row.intervals[figure] ?? [value, value];
          const noise = Math.max(LEAST_NOISE, (high - low) / 4);
          return [[figure, { value: rounded(value), noise: rounded(noise) }] as const];
        }),
      ),
    ]),
  );
}

/** A sentence for each figure that fell by more than its noise, or is gone; none where all held. */
export function fallen(baseline: Baseline, rows: readonly Figures[]): string[] {
  return Object.entries(baseline).flatMap(([set, notches]) => {
    const row = rows.find((one) => one.set === set);
    return Object.entries(notches).flatMap(([figure, { value, noise }]) => {
      const now = row?.[figure];
      if (typeof now !== "number" || Number.isNaN(now))
        return [`${set}: ${figure} was ${value} and is not measured any more`];
      if (now >= value - noise) return [];
      return [
        `${set}: ${figure} fell from ${value} to ${rounded(now)}, more than its noise of ${noise}`,
      ];
    });
  });
}

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
