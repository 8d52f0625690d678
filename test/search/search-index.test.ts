import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildSearchIndex } from "../../src/search/search-index.ts";

const stem = fc.constantFrom(
  "a",
  "ab",
  "abc",
  "redi",
  "redis",
  "ünï",
  "c++",
  "constructor",
  "__proto__",
  "~",
);

describe("the index", () => {
  it("visits exactly the passages that hold a stem, each once", () => {
    fc.assert(
      fc.property(fc.array(fc.uniqueArray(stem), { maxLength: 12 }), stem, (passages, wanted) => {
        const index = buildSearchIndex(passages.length, (passage) => passages[passage] ?? []);
        const visited: number[] = [];
        index.visit(wanted, (passage) => visited.push(passage));
        const expected = [...passages.keys()].filter((passage) =>
          passages[passage]?.includes(wanted),
        );
        expect(visited.toSorted((a, b) => a - b)).toEqual(expected);
      }),
    );
  });
});
