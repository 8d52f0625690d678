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

  it("begins with what it is given", () => {
    expect([...createNumbers(0, 7).toArray()]).toEqual([0, 7]);
  });
});
