import { auroc, calibrationError, falsePositiveRate, mean } from "../quality/metrics.ts";
import type { Judged } from "./observations.ts";

/** The figures of a confidence model as a table, one line a set and one for their mean. */
export function figuresOf(
  judged: readonly Judged[],
  confidence: (one: Judged & { readonly signals: Float64Array }) => number,
  threshold: number,
): string {
  const scored = judged.map((one) => ({
    ...one,
    confidence: one.signals === undefined ? 0 : confidence({ ...one, signals: one.signals }),
  }));
  const sets = [...new Set(judged.map(({ set }) => set))];
  const lines = sets.map((name) => {
    const own = scored.filter(({ set }) => set === name);
    const pick = (wanted: (one: (typeof scored)[number]) => boolean): number[] =>
      own.filter(wanted).map(({ confidence }) => confidence);
    const answerable = pick(({ sort, thinned }) => sort === "answerable" && !thinned);
    const foreign = pick(({ sort }) => sort === "foreign");
    const thinned = own.some((one) => one.thinned);
    const near = pick(({ sort }) => sort === (thinned ? "near" : "unanswerable"));
    const right = pick((one) => one.sort === "answerable" && one.thinned === thinned && one.right);
    const answered = own.filter(({ sort, thinned }) => sort === "answerable" && !thinned);
    const mix =
      0.5 * mean(answered.map((one) => (one.right && one.confidence >= threshold ? 1 : 0))) +
      0.25 * mean(near.map((one) => (one < threshold ? 1 : 0))) +
      0.25 * mean(foreign.map((one) => (one < threshold ? 1 : 0)));
    return [
      name,
      auroc(answerable, foreign),
      falsePositiveRate(answerable, foreign, 0.95),
      auroc(right, near),
      mix,
    ] as const;
  });
  const row = (name: string, values: readonly number[]): string =>
    [name.padEnd(16), ...values.map((value) => value.toFixed(3).padStart(8))].join("");
  const fitted = scored.filter(
    ({ weight, sort, set }) => weight > 0 && !(set === "squad2" && sort === "unanswerable"),
  );
  return [
    `${"set".padEnd(16)}${["ood", "fpr@95", "near", "mix"].map((name) => name.padStart(8)).join("")}`,
    ...lines.map(([name, ...values]) => row(name, values)),
    row(
      "mean",
      [0, 1, 2, 3].map((column) => mean(lines.map((line) => line[column + 1] as number))),
    ),
    `calibration error ${calibrationError(fitted).toFixed(3)}`,
  ].join("\n");
}
