import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createNumbers } from "../../src/search/numbers.ts";

describe("a growing list of numbers", () => {
  it("holds what a plain array would hold", () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { maxLength: 3_000 }), (values) => {
        const numbers = createNumbers();
        for (const value of values) numbers.push(value);
        expect([...numbers.toArray()]).toEqual(values);
        expect(numbers.length).toBe(values.length);
        expect(values.map((_, index) => numbers.at(index))).toEqual(values);
      }),
      { numRuns: 30 },
    );
  });

  it("stays the same list when it becomes a large one", () => {
    const numbers = createNumbers();
    const expected = Int32Array.from({ length: 200_001 }, (_, index) => (index * 48_271) % 7_919);
    for (const value of expected) numbers.push(value);
    expect(numbers.toArray()).toEqual(expected);
    expect(numbers.at(32_768)).toBe(expected[32_768]);
    expect(numbers.at(200_001)).toBe(0);
  });

  it("begins with what it is given", () => {
    expect([...createNumbers(0, 7).toArray()]).toEqual([0, 7]);
  });
});
