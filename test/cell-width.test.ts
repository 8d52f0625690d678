import { describe, expect, it } from "vitest";
import { cellWidth, graphemes, graphemeWidth } from "../src/cell-width.ts";

describe("the width of a text in cells", () => {
  it.each([
    ["", 0],
    ["plain text", 10],
    ["naïve café", 10],
    ["e\u0301", 1],
    ["日本語", 6],
    ["한국", 4],
    ["ｆｕｌｌ", 8],
    ["₹18–35+", 7],
    ["👍", 2],
    ["👍🏽", 2],
    ["👨‍👩‍👧", 2],
    ["🇩🇪", 2],
    ["☎\uFE0F", 2],
    ["☎", 1],
    ["1\uFE0F\u20E3", 2],
    ["a\u200Bb", 2],
  ])("%j takes %i", (text, cells) => {
    expect(cellWidth(text)).toBe(cells);
  });

  it("is the same for what is looked at as a whole and for what is looked at one by one", () => {
    const all = Array.from({ length: 0x2100 }, (_, code) => String.fromCharCode(code));
    for (const one of all.filter((char) => !/\p{M}/u.test(char))) {
      const text = `a${one}b`;
      const widths = Array.from(new Intl.Segmenter("und").segment(text), ({ segment }) => segment);
      expect(graphemes(text), JSON.stringify(one)).toEqual(widths);
      const sum = widths.reduce((width, grapheme) => width + graphemeWidth(grapheme), 0);
      if (one >= " ") expect(cellWidth(text), JSON.stringify(one)).toBe(sum);
    }
  });
});
