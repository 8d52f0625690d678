import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { closest } from "../../src/knowledge/closest.ts";

describe("closest", () => {
  it("finds what one slip of the fingers made of a word", () => {
    const keys = ["title", "reviewed", "audience"];
    for (const slip of ["reviewd", "reveiwed", "revviewed", "reviewex", "Reviewed"]) {
      expect(closest(slip, keys)).toBe("reviewed");
    }
  });

  it("does not guess where nothing is near", () => {
    expect(closest("description", ["title", "reviewed"])).toBeUndefined();
    expect(closest("", ["title"])).toBeUndefined();
    expect(closest("ab", ["xy"])).toBeUndefined();
  });

  it("prefers the nearest, and of equals the first", () => {
    expect(closest("owners", ["others", "owner"])).toBe("owner");
    expect(closest("tag", ["tab", "tax"])).toBe("tab");
  });

  it("does not spend time on words that nobody typed", () => {
    expect(closest("a".repeat(1_000_000), ["a".repeat(79)])).toBeUndefined();
  });

  it("always finds a word itself", () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 30 }),
        fc.array(fc.string()),
        (word, others) => {
          expect(closest(word, [...others, word])?.toLowerCase()).toBe(word.toLowerCase());
        },
      ),
    );
  });
});
