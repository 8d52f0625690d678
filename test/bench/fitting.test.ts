import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitListwise, hitRate } from "../../bench/fit/listwise.ts";
import type { Choice } from "../../bench/fit/listwise.ts";
import { fitLogistic, probability } from "../../bench/fit/logistic.ts";
import { seeded } from "../../bench/quality/seeded.ts";

describe("fitting by choices", () => {
  it("finds the signal that tells the right candidate and ignores noise", () => {
    const random = seeded(5);
    const choices = Array.from({ length: 200 }, (): Choice => {
      const right = Math.floor(random() * 5);
      const rows = Array.from({ length: 5 }, (_, at) =>
        Float64Array.of(at === right ? 1 : 0.2 * random(), random(), -random()),
      );
      return { rows, right: [right] };
    });
    const weights = fitListwise([choices], 3, { rounds: 100 });
    expect(hitRate(choices, weights)).toBe(1);
    expect(Math.abs(weights[0] ?? 0)).toBeGreaterThan(5 * Math.abs(weights[1] ?? 0));
  });

  it("counts every set the same, however large", () => {
    const one = (row: readonly number[], other: readonly number[]): Choice => ({
      rows: [Float64Array.from(row), Float64Array.from(other)],
      right: [0],
    });
    const large = Array.from({ length: 300 }, () => one([1, 0], [0, 1]));
    const small = Array.from({ length: 3 }, () => one([0, 1], [1, 0]));
    const weights = fitListwise([large, small], 2, { rounds: 60 });
    expect(Math.abs((weights[0] ?? 0) - (weights[1] ?? 0))).toBeLessThan(0.2);
  });
});

describe("logistic regression", () => {
  it("recovers the probabilities its observations were drawn from", () => {
    const random = seeded(11);
    const truth = { weights: [2, -1], bias: 0.5 };
    const observations = Array.from({ length: 4_000 }, () => {
      const signals = [random() * 2 - 1, random() * 2 - 1];
      return { signals, right: random() < probability(truth, signals), weight: 1 };
    });
    const model = fitLogistic(observations, 2);
    fc.assert(
      fc.property(
        fc.double({ min: -1, max: 1, noNaN: true }),
        fc.double({ min: -1, max: 1, noNaN: true }),
        (a, b) => {
          expect(Math.abs(probability(model, [a, b]) - probability(truth, [a, b]))).toBeLessThan(
            0.08,
          );
        },
      ),
    );
  });
});
