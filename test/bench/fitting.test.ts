import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitListwise, hitRate } from "../../bench/fit/listwise.ts";
import type { Choice } from "../../bench/fit/listwise.ts";
import { fitLogistic, probability } from "../../bench/fit/logistic.ts";
import { fitOrdering, orderingOf } from "../../bench/fit/ordering.ts";
import type { Ordered } from "../../bench/fit/ordering.ts";
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

describe("fitting by order", () => {
  const random = seeded(7);
  const set = Array.from({ length: 100 }, (): Ordered => {
    const right = Math.floor(random() * 6);
    const rows = Array.from({ length: 6 }, (_, at) =>
      Float64Array.of(at === right ? 0.6 : 0.6 * random(), random(), -random()),
    );
    return { rows, right: [right], entries: rows.map((_, at) => `${at}`) };
  });
  const start = [0.5, 0.5, 0.5];

  it("orders better than where it began, and leaves what is held", () => {
    const weights = fitOrdering([set], start, { held: [2], pull: 0.01 });
    expect(orderingOf(set, weights)).toBeGreaterThan(
      orderingOf(set, Float64Array.from(start)) + 0.05,
    );
    expect(weights[2]).toBe(0.5);
  });

  it("stays where it began when it is pulled there", () => {
    const weights = fitOrdering([set], start, { pull: 1_000 });
    for (const [at, weight] of weights.entries()) expect(weight).toBeCloseTo(start[at] ?? 0, 1);
  });

  it("counts an entry where its best candidate stands", () => {
    const rows = [0.9, 0.8, 0.1].map((one) => Float64Array.of(one));
    const weights = Float64Array.of(5);
    const order = (entries: readonly string[]): number =>
      orderingOf([{ rows, right: [0, 2], entries }], weights);
    expect(order(["a", "b", "a"])).toBeGreaterThan(0.99);
    expect(order(["a", "b", "c"])).toBeLessThan(0.95);
  });
});

describe("logistic regression", () => {
  it("stays with the weights it is drawn to where observations are few", () => {
    const observations = [{ signals: [1], right: true, weight: 1 }];
    expect(fitLogistic(observations, 1, 10, [2]).weights[0]).toBeCloseTo(2, 1);
  });

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
