import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changesBetween, readContents, writeContents } from "../../src/index.ts";
import { fingerprint } from "../../src/knowledge/fingerprint.ts";
import type { Contents } from "../../src/knowledge/contents.ts";

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

  it("are told apart by a single character, wherever it stands", () =>
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }),
        fc.nat(),
        fc.string({ minLength: 1, maxLength: 1 }),
        (text, at, unit) => {
          const place = at % text.length;
          const other = text.slice(0, place) + unit + text.slice(place + 1);
          expect(fingerprint(other) === fingerprint(text)).toBe(other === text);
          expect(fingerprint(text)).toMatch(/^[0-9a-f]{16}$/);
        },
      ),
    ));

  it("have fingerprints of their own among many", () => {
    const prints = Array.from({ length: 100_000 }, (_, index) => fingerprint(`Sentence ${index}.`));
    expect(new Set(prints).size).toBe(prints.length);
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
