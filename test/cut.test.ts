import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shorten } from "../src/boundary.ts";
import { cutBlocks } from "../src/cut.ts";
import { blockText, plainText } from "../src/plain-text.ts";
import type { Block } from "../src/types.ts";
import { anyBlocks } from "./support/any-blocks.ts";

const length = (block: Block): number => blockText(block).length + 2;

function paragraph(text: string, first = 1, last = first): Block {
  return { kind: "paragraph", children: [{ kind: "text", text }], lines: [first, last] };
}

function steps(count: number): Block {
  return {
    kind: "list",
    ordered: true,
    start: 3,
    items: Array.from({ length: count }, (_, index) => ({
      children: [paragraph(`Step number ${index}`, index + 1)],
      lines: [index + 1, index + 1] as const,
    })),
    lines: [1, count],
  };
}

describe("cutBlocks", () => {
  it("shows everything that fits", () => {
    const blocks = [paragraph("One."), paragraph("Two.", 3)];
    expect(cutBlocks(blocks, 100, length)).toEqual({ shown: blocks, omittedLines: 0 });
  });

  it("cuts a list between its items and counts the lines left out", () => {
    const cut = cutBlocks([steps(10)], 60, length);
    expect(plainText(cut.shown)).toBe("3. Step number 0\n4. Step number 1\n5. Step number 2");
    expect(cut.omittedLines).toBe(7);
  });

  it("cuts a table between its rows and never shows a header alone", () => {
    const cell = (text: string) => [{ kind: "text" as const, text }];
    const table: Block = {
      kind: "table",
      header: [cell("Level"), cell("Pay")],
      align: ["left", "left"],
      rows: [
        { cells: [cell("Senior"), cell("18")], lines: [3, 3] },
        { cells: [cell("Junior"), cell("6")], lines: [4, 4] },
      ],
      lines: [1, 4],
    };
    const cut = cutBlocks([table], 28, length);
    expect(plainText(cut.shown)).toBe("Level | Pay\nSenior | 18");
    expect(cut.omittedLines).toBe(1);
    expect(cutBlocks([table], 14, length)).toEqual({ shown: [], omittedLines: 4 });
  });

  it("cuts code between its lines", () => {
    const code: Block = { kind: "code", language: "sh", text: "one\ntwo\nthree", lines: [1, 5] };
    const cut = cutBlocks([code], 10, length);
    expect(cut).toEqual({ shown: [{ ...code, text: "one\ntwo" }], omittedLines: 1 });
  });

  it("cuts a paragraph after a sentence and keeps its mark-up", () => {
    const block: Block = {
      kind: "paragraph",
      children: [
        { kind: "strong", children: [{ kind: "text", text: "First one." }] },
        { kind: "text", text: " Second one is longer." },
      ],
      lines: [1, 2],
    };
    const cut = cutBlocks([block], 20, length);
    expect(cut.shown).toEqual([{ ...block, children: [block.children[0]] }]);
    expect(cut.omittedLines).toBeGreaterThan(0);
  });

  it("cuts a sentence after a word, and a word after a grapheme, only where nothing else would be shown", () => {
    expect(plainText(cutBlocks([paragraph("alpha beta gamma")], 14, length).shown)).toBe(
      "alpha beta…",
    );
    expect(plainText(cutBlocks([paragraph("👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧")], 12, length).shown)).toBe("👩‍👩‍👧…");
    expect(cutBlocks([paragraph("Short."), paragraph("alpha beta gamma", 3)], 16, length)).toEqual({
      shown: [paragraph("Short.")],
      omittedLines: 1,
    });
  });

  it("does not end on a heading", () => {
    const heading: Block = {
      kind: "heading",
      level: 2,
      children: [{ kind: "text", text: "Next" }],
      lines: [3, 3],
    };
    const cut = cutBlocks(
      [paragraph("Short."), heading, paragraph("alpha beta gamma", 5)],
      15,
      length,
    );
    expect(cut).toEqual({ shown: [paragraph("Short.")], omittedLines: 2 });
  });

  it("cuts inside a list's first item, and inside a quote, at their own blocks", () => {
    const quote: Block = {
      kind: "quote",
      children: [paragraph("One."), paragraph("Two is long.", 3)],
      lines: [1, 3],
    };
    expect(plainText(cutBlocks([quote], 12, length).shown)).toBe("One.");
    const list: Block = {
      kind: "list",
      ordered: false,
      start: 1,
      items: [{ children: [paragraph("One."), paragraph("Two is long.", 3)], lines: [1, 3] }],
      lines: [1, 3],
    };
    expect(plainText(cutBlocks([list], 12, length).shown)).toBe("- One.");
  });

  it("keeps to the budget, shows a prefix and counts whatever it leaves out, for any blocks", () => {
    fc.assert(
      fc.property(anyBlocks, fc.integer({ min: 0, max: 400 }), (blocks, budget) => {
        const { shown, omittedLines } = cutBlocks(blocks, budget, length);
        const total = shown.reduce((sum, block) => sum + length(block), 0);
        expect(total).toBeLessThanOrEqual(budget);
        expect(shown.length).toBeLessThanOrEqual(blocks.length);
        const whole = blocks.reduce((sum, block) => sum + length(block), 0);
        expect(omittedLines > 0).toBe(whole > budget);
        if (plainText(blocks).isWellFormed()) expect(plainText(shown).isWellFormed()).toBe(true);
      }),
    );
  });
});

describe("shorten", () => {
  it("leaves short text alone and cuts long text after a word", () => {
    expect(shorten("alpha beta", 10)).toBe("alpha beta");
    expect(shorten("alpha beta gamma", 12)).toBe("alpha beta…");
  });

  it("stays within the limit and never splits a grapheme, for any text", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 80 }),
        fc.integer({ min: 1, max: 60 }),
        (text, limit) => {
          const short = shorten(text, limit);
          expect(short.length).toBeLessThanOrEqual(limit);
          expect(short.isWellFormed()).toBe(true);
        },
      ),
    );
  });
});
