import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { safeLine, safeText } from "../../../adapters/console/safe-text.ts";

describe("hostile text", () => {
  it.each([
    ["colours and cursor moves become visible", "\u001B[31mred\u001B[2J", "␛[31mred␛[2J"],
    ["a title that would be set becomes visible", "\u001B]0;owned\u0007", "␛]0;owned␇"],
    ["an eight-bit escape is replaced", "\u009B31m", "\uFFFD31m"],
    ["text cannot be reordered", "abc\u202Ecba\u2066x\u2069", "abccbax"],
    ["a lone carriage return cannot overwrite the line", "good\rbad", "good\nbad"],
    ["every line end is one", "a\r\nb\u2028c\u0085d", "a\nb\nc\nd"],
    ["a tab has a width", "a\tb", "a    b"],
    ["a lone surrogate is replaced", "a\uD83D", "a\uFFFD"],
    ["a letter carries no tower", `z${"\u0301".repeat(500)}!`, `z${"\u0301".repeat(8)}!`],
  ])("%s", (_name, text, expected) => {
    expect(safeText(text)).toBe(expected);
  });

  it("leaves honest text of any script alone", () => {
    const honest = "₹18–35+ · नमस्ते · שָׁלוֹם · 日本語 · می‌خواهم · 👨‍👩‍👧 · e\u0301";
    expect(safeText(honest)).toBe(honest);
  });

  it("never leaves a control or a bidirectional control, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(safeText(text)).not.toMatch(
          /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069]/u,
        );
        expect(safeText(text).isWellFormed()).toBe(true);
        expect(safeLine(text)).not.toContain("\n");
      }),
    );
  });
});
