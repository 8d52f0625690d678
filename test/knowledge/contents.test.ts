import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changesBetween, contentsOf, readContents, writeContents } from "../../src/building.ts";
import type { Lines, Passage } from "../../src/index.ts";
import type { Contents } from "../../src/knowledge/contents.ts";
import { sha256 } from "../support/build-snapshot.ts";

const passage: Passage = {
  id: "a.md#a",
  page: "a.md",
  lines: [1, 3],
  headings: ["A"],
  body: [],
  text: "",
  audience: ["public"],
};
const name = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 12 })
  .filter((text) => !/\n/.test(text));
const digest = fc.constantFrom("0a", "1b", "2c");
const digests = fc
  .dictionary(name, digest, { minKeys: 1, maxKeys: 6 })
  .map((record) => new Map(Object.entries(record)));
const contents: fc.Arbitrary<Contents> = fc.record({ pages: digests, passages: digests });

describe("what pages and passages say", () => {
  it("comes back from text as it went in", () =>
    fc.assert(
      fc.property(contents, (one) => {
        expect(readContents(writeContents(one))).toEqual(one);
      }),
    ));

  it("differs by exactly what was added, changed and removed", () =>
    fc.assert(
      fc.property(contents, contents, (before, after) => {
        const { pages } = changesBetween(before, after);
        const now = new Map(before.pages);
        for (const path of pages.removed) expect(now.delete(path)).toBe(true);
        for (const path of [...pages.added, ...pages.changed]) {
          expect(now.get(path)).not.toBe(after.pages.get(path));
          now.set(path, after.pages.get(path) ?? "");
        }
        expect(Object.fromEntries(now)).toEqual(Object.fromEntries(after.pages));
      }),
    ));

  it("is the same where only the lines have moved, and another where a word or an audience is", () => {
    const page = (markdown: string, lines: Lines, audience = "public") =>
      contentsOf(
        [{ path: "a.md", markdown }],
        [{ ...passage, lines, audience: [audience] }],
        sha256,
      ).passages.get("a.md#a");
    const first = page("# A\n\nOne.\n", [1, 3]);
    expect(page("---\nowner: x\n---\n# A\n\nOne.\n", [4, 6])).toBe(first);
    expect(page("# A\n\nTwo.\n", [1, 3])).not.toBe(first);
    expect(page("# A\n\nOne.\n", [1, 3], "staff")).not.toBe(first);
  });

  it("has not changed where there was nothing before", () =>
    fc.assert(
      fc.property(contents, (one) => {
        expect(changesBetween(undefined, one)).toEqual({
          pages: { added: [], changed: [], removed: [] },
          passages: { added: 0, changed: 0, removed: 0 },
        });
      }),
    ));
});
