import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { meanInterval } from "../../bench/quality/bootstrap.ts";
import {
  auroc,
  calibrationError,
  falsePositiveRate,
  hitAt,
  mean,
  multiclassMcc,
  ndcgAt,
  percentile,
  recallAt,
  reciprocalRank,
} from "../../bench/quality/metrics.ts";
import { seeded, shuffled } from "../../bench/quality/seeded.ts";

const gold = new Map([
  ["a", 1],
  ["b", 3],
]);

describe("the figures of ranking", () => {
  it.each([
    [["a", "x", "y"], 1, 0.5, 1],
    [["x", "b", "a"], 0, 1, 0.5],
    [["x", "y", "z"], 0, 0, 0],
  ])("of %j", (ranking, hit, recall, reciprocal) => {
    expect(hitAt(ranking, gold, 1)).toBe(hit);
    expect(recallAt(ranking, gold, 3)).toBe(recall);
    expect(reciprocalRank(ranking, gold, 10)).toBe(reciprocal);
  });

  it("give the best order 1, by grades", () => {
    expect(ndcgAt(["b", "a"], gold, 10)).toBeCloseTo(1, 10);
    expect(ndcgAt(["a", "b"], gold, 10)).toBeCloseTo(
      (1 + 3 / Math.log2(3)) / (3 + 1 / Math.log2(3)),
      10,
    );
  });
});

const scores = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 30 });

describe("the figures of confidence", () => {
  it("AUROC is the share of pairs in the right order, ties half", () => {
    fc.assert(
      fc.property(scores, scores, (positives, negatives) => {
        const pairs = positives.flatMap((yes) =>
          negatives.map((no) => (yes > no ? 1 : yes === no ? 0.5 : 0)),
        );
        expect(auroc(positives, negatives)).toBeCloseTo(mean(pairs), 10);
      }),
    );
  });

  it("the false positive rate lets at least the asked share of positives through", () => {
    fc.assert(
      fc.property(scores, scores, (positives, negatives) => {
        const rate = falsePositiveRate(positives, negatives, 0.95);
        const passing = [...new Set(positives)].filter(
          (threshold) =>
            positives.filter((yes) => yes >= threshold).length / positives.length >= 0.95,
        );
        const least = Math.min(
          ...passing.map(
            (threshold) => negatives.filter((no) => no >= threshold).length / negatives.length,
          ),
        );
        expect(rate).toBeCloseTo(least, 10);
      }),
    );
  });

  it("calibration is perfect where seven in ten answers given with 0.7 are right", () => {
    const seven = Array.from({ length: 10 }, (_, at) => ({ confidence: 0.7, right: at < 7 }));
    expect(calibrationError(seven)).toBeCloseTo(0, 10);
    expect(calibrationError(seven.map((one) => ({ ...one, right: false })))).toBeCloseTo(0.7, 10);
  });

  it("Matthews' correlation is 1 for perfect, near 0 for constant and the binary one for two classes", () => {
    expect(
      multiclassMcc([
        ["a", "a"],
        ["b", "b"],
        ["", ""],
      ]),
    ).toBeCloseTo(1, 10);
    expect(
      multiclassMcc([
        ["a", "a"],
        ["b", "a"],
      ]),
    ).toBe(0);
    const pairs = [
      ["1", "1"],
      ["1", "1"],
      ["1", "0"],
      ["0", "0"],
      ["0", "1"],
      ["0", "0"],
      ["0", "0"],
    ] as const;
    const [tp, tn, fp, fn] = [2, 3, 1, 1];
    const binary = (tp * tn - fp * fn) / Math.sqrt((tp + fp) * (tp + fn) * (tn + fp) * (tn + fn));
    expect(multiclassMcc(pairs)).toBeCloseTo(binary, 10);
  });
});

describe("intervals", () => {
  it("hold the mean, are narrower with more values, and the same for the same seed", () => {
    const few = Array.from({ length: 40 }, (_, at) => at % 2);
    const many = Array.from({ length: 4_000 }, (_, at) => at % 2);
    const [low, high] = meanInterval(few, seeded(7));
    expect(low).toBeLessThanOrEqual(0.5);
    expect(high).toBeGreaterThanOrEqual(0.5);
    const [lower, higher] = meanInterval(many, seeded(7));
    expect(higher - lower).toBeLessThan(high - low);
    expect(meanInterval(few, seeded(7))).toEqual([low, high]);
  });

  it("percentiles are values of the sample", () => {
    expect(percentile([3, 1, 2], 0.5)).toBe(2);
    expect(percentile([3, 1, 2], 0.99)).toBe(3);
  });

  it("shuffling keeps every member", () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.nat(), (values, seed) => {
        expect(shuffled(values, seeded(seed)).toSorted((a, b) => a - b)).toEqual(
          values.toSorted((a, b) => a - b),
        );
      }),
    );
  });
});
