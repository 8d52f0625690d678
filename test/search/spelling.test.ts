import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildSpelling, editDistance, gramsOf } from "../../src/search/spelling.ts";
import { arraysOf } from "../support/searching.ts";

/** The definition, letter by letter (optimal string alignment). */
function slowDistance(a: string, b: string): number {
  if (a === "" || b === "") return a.length + b.length;
  const [x, y] = [a.slice(0, -1), b.slice(0, -1)];
  const least = Math.min(
    slowDistance(x, b) + 1,
    slowDistance(a, y) + 1,
    slowDistance(x, y) + (a.at(-1) === b.at(-1) ? 0 : 1),
  );
  const swapped = a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1);
  return swapped ? Math.min(least, slowDistance(x.slice(0, -1), y.slice(0, -1)) + 1) : least;
}

const letters = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 6 });

describe("edit distance", () => {
  it("is what the definition says, up to its limit", () => {
    fc.assert(
      fc.property(letters, letters, fc.integer({ min: 0, max: 6 }), (a, b, limit) => {
        const exact = slowDistance(a, b);
        const found = editDistance(a, b, limit);
        if (exact <= limit) expect(found).toBe(exact);
        else expect(found).toBeGreaterThan(limit);
      }),
    );
  });
});

describe("spelling", () => {
  const arrays = arraysOf(
    "Kubernetes orchestrates containers",
    "Postgres migrations and a migrated schema",
    "Redis",
  );
  const spelling = buildSpelling(arrays.vocabulary, arrays.passageFrequency);
  const name = (id: number | undefined): string | undefined => arrays.vocabulary.stems[id ?? -1];
  const stem = (word: string): string =>
    arrays.vocabulary.stems.find((one) => word.startsWith(one)) ?? word;

  it.each([
    ["kubernets", "kubernetes"],
    ["postgers", "postgres"],
    ["contaner", "containers"],
  ])("takes %s for %s", (typed, meant) => {
    expect(name(spelling.correct(typed, () => true)?.id)).toBe(stem(meant));
  });

  it.each(["zzzzzz", "abc", "v1234", "quarkus"])("leaves %s alone", (typed) => {
    expect(spelling.correct(typed, () => true)).toBeUndefined();
  });

  it("never suggests a word that the asker may not know of", () => {
    expect(spelling.correct("kubernets", () => false)).toBeUndefined();
  });

  it("finds the stems that hold a gram, and only those", () => {
    for (const [id, one] of arrays.vocabulary.stems.entries()) {
      if (arrays.vocabulary.content[id] !== 1) continue;
      for (const gram of gramsOf(one)) expect(spelling.holders(gram)).toContain(id);
    }
    expect(spelling.holders("_xyz")).toEqual([]);
  });

  it("orders look-alikes by likeness and leaves the word itself out", () => {
    const alike = spelling.similar("migrat", { atLeast: 0.1, most: 5 });
    expect(alike.map(({ id }) => name(id))).not.toContain("migrat");
    expect(alike.map(({ likeness }) => likeness)).toEqual(
      alike.map(({ likeness }) => likeness).toSorted((a, b) => b - a),
    );
  });
});
