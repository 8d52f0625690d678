import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { slugOf, uniqueSlugs } from "../../src/knowledge/slug.ts";

describe("slugOf", () => {
  it.each([
    ["Reset your token", "reset-your-token"],
    ["What's new in 2.0?", "whats-new-in-20"],
    ["  snake_case & kebab-case ", "snake_case--kebab-case"],
    ["Größe 🚀 und Öl", "größe--und-öl"],
    ["Cafe\u0301", "café"],
    ["日本語の 見出し", "日本語の-見出し"],
    ["C++", "c"],
    ["!!!", "section"],
  ])("makes %j the anchor %j", (heading, slug) => {
    expect(slugOf(heading)).toBe(slug);
  });

  it("is linear in the length of the heading", () => {
    expect(slugOf("- ".repeat(500_000))).toHaveLength(999_999);
  });
});

describe("uniqueSlugs", () => {
  it("numbers repetitions and steps over what is taken", () => {
    const slug = uniqueSlugs();
    expect(["setup", "setup", "setup-2", "setup", "setup-2"].map(slug)).toEqual([
      "setup",
      "setup-2",
      "setup-2-2",
      "setup-3",
      "setup-2-3",
    ]);
  });

  it("never gives a slug out twice", () => {
    const slugs = fc.array(fc.constantFrom("a", "a-2", "a-2-2", "a-3", "b", "a-10"), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(slugs, (wanted) => {
        const given = wanted.map(uniqueSlugs());
        expect(new Set(given).size).toBe(wanted.length);
      }),
    );
  });
});
