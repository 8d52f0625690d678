import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chanceOf } from "../../src/answer/chance.ts";
import { arraysOf, slotsFor } from "../support/searching.ts";

describe("what is held, against chance", () => {
  const arrays = arraysOf(
    "Redis is a cache. It is fast.",
    "A cache is fast.",
    "Postgres is a database. It is fast.",
  );

  it("is worth more the rarer the words that stand together", () => {
    const rare = chanceOf(arrays, slotsFor(arrays, "postgres database"), Float64Array.of(1, 1));
    const common = chanceOf(arrays, slotsFor(arrays, "fast cache"), Float64Array.of(1, 1));
    expect(rare.beyond).toBeGreaterThan(common.beyond);
  });

  it("misses nothing where all is held, and all where nothing is", () => {
    const slots = slotsFor(arrays, "postgres quark");
    expect(chanceOf(arrays, slots, Float64Array.of(1, 1)).missing).toBe(0);
    const nothing = chanceOf(arrays, slots, Float64Array.of(0, 0));
    expect(nothing.missing).toBeGreaterThan(0);
    expect(nothing.beyond).toBeLessThan(0);
  });

  it("takes a word for as rare as it is, however often what says the same in everyday English stands there", () => {
    const missing = (other: string): number => {
      const pages = arraysOf("purchase a ticket", `${other} bread`, `${other} milk`);
      return chanceOf(pages, slotsFor(pages, "purchase"), Float64Array.of(0)).missing;
    };
    expect(missing("buy")).toBe(missing("bake"));
  });

  it("never falls when more is held", () => {
    const slots = slotsFor(arrays, "redis cache fast postgres");
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(share, { minLength: 4, maxLength: 4 }),
        fc.nat({ max: 3 }),
        (held, slot) => {
          const before = chanceOf(arrays, slots, Float64Array.from(held));
          const after = chanceOf(arrays, slots, Float64Array.from(held).with(slot, 1));
          expect(after.beyond).toBeGreaterThanOrEqual(before.beyond - 1e-9);
          expect(after.missing).toBeLessThanOrEqual(before.missing + 1e-9);
        },
      ),
    );
  });
});
