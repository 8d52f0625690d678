import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildSearchIndex, STOP } from "../../src/search/search-index.ts";

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
  it("visits no more passages than are wanted, and all of them the next time", () => {
    const index = buildSearchIndex(5, () => ["redis"]);
    const visited: number[] = [];
    index.visit("redis", (passage) => (visited.push(passage) < 2 ? undefined : STOP));
    expect(visited).toEqual([0, 1]);
    index.visit("redis", (passage) => void visited.push(passage));
    expect(visited).toEqual([0, 1, 0, 1, 2, 3, 4]);
  });

  it("passes on what goes wrong on a visit", () => {
    const index = buildSearchIndex(1, () => ["redis"]);
    const fail = (): undefined => {
      throw new Error("broken");
    };
    expect(() => index.visit("redis", fail)).toThrow("broken");
  });

  it("visits exactly the passages that hold a stem, each once and in their order", () => {
    fc.assert(
      fc.property(fc.array(fc.uniqueArray(stem), { maxLength: 12 }), stem, (passages, wanted) => {
        const index = buildSearchIndex(passages.length, (passage) => passages[passage] ?? []);
        const visited: number[] = [];
        index.visit(wanted, (passage) => {
          visited.push(passage);
          return undefined;
        });
        const expected = [...passages.keys()].filter((passage) =>
          passages[passage]?.includes(wanted),
        );
        expect(visited).toEqual(expected);
      }),
    );
  });
});
