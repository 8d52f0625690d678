import { describe, expect, it } from "vitest";
import { cellWidth } from "../src/cell-width.ts";

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
});
