import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { graphemes } from "../../../src/cell-width.ts";
import { safeText } from "../../../adapters/console/safe-text.ts";
import { lineWidth, paint, span } from "../../../adapters/console/span.ts";
import { wrap } from "../../../adapters/console/wrap.ts";

function wrapped(text: string, width: number): string {
  return paint(wrap([span(text)], width), false);
}

describe("breaking a text into lines", () => {
  it("ends lines at blanks", () => {
    expect(wrapped("the quick brown fox jumps", 10)).toBe("the quick\nbrown fox\njumps");
  });

  it("keeps a newline and no blank around it", () => {
    expect(wrapped("one \n  two", 20)).toBe("one\ntwo");
  });

  it("breaks a word only where it is longer than a line", () => {
    expect(wrapped("a abcdefghijkl b", 5)).toBe("a\nabcde\nfghij\nkl b");
  });

  it("keeps a word together that changes its style half-way", () => {
    const lines = wrap([span("un"), span("believ", "bold"), span("able yes")], 12);
    expect(paint(lines, false)).toBe("unbelievable\nyes");
  });

  it("ends a line between ideographs, which have no blanks", () => {
    expect(wrapped("日本語のテキスト", 6)).toBe("日本語\nのテキ\nスト");
  });

  it("does not end a line at a non-breaking blank", () => {
    expect(wrapped("about 5\u00A0km", 8)).toBe("about\n5\u00A0km");
  });

  it("counts an emoji as two cells and never splits it", () => {
    expect(wrapped("👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧", 4)).toBe("👨‍👩‍👧👨‍👩‍👧\n👨‍👩‍👧");
  });

  it("never exceeds the width, loses no character and splits no grapheme, whatever the text", () => {
    const text = fc.string({
      unit: fc.oneof(
        fc.string({ unit: "grapheme", minLength: 1, maxLength: 1 }),
        fc.constantFrom(" ", "日", "👍🏽", "é"),
      ),
      maxLength: 80,
    });
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 30 }), (raw, width) => {
        const clean = safeText(raw);
        const lines = wrap([span(clean)], width);
        for (const line of lines) expect(lineWidth(line)).toBeLessThanOrEqual(width);
        const letters = (some: string): string[] =>
          graphemes(some.replace(/[\s\u00A0]+/gu, " ")).filter((one) => one.trim() !== "");
        expect(letters(lines.map((line) => paint([line], false)).join(" ")).join("")).toBe(
          letters(clean).join(""),
        );
      }),
    );
  });
});
