import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readBlocks } from "../../src/knowledge/blocks.ts";
import { linesWithin, sliceInlines } from "../../src/knowledge/lines-of.ts";
import { inlineText } from "../../src/plain-text.ts";
import type { Block, Inline } from "../../src/types.ts";
import { anyInlines } from "../support/any-blocks.ts";

function paragraph(markdown: string, firstLine = 1): Extract<Block, { kind: "paragraph" }> {
  const [block] = readBlocks(markdown, firstLine).blocks;
  if (block?.kind !== "paragraph") throw new Error("not a paragraph");
  return block;
}

function linesOfWord(markdown: string, word: string, firstLine = 1): readonly [number, number] {
  const block = paragraph(markdown, firstLine);
  const start = inlineText(block.children).indexOf(word);
  return linesWithin(block, start, start + word.length);
}

describe("sliceInlines", () => {
  const { children } = paragraph("See **the [guide](g.md) now** or `ask` us");

  it("keeps the marks and links around what it cuts out", () => {
    expect(sliceInlines(children, 6, 10)).toEqual([
      {
        kind: "strong",
        children: [
          { kind: "text", text: "e " },
          { kind: "link", href: "g.md", children: [{ kind: "text", text: "gu" }] },
        ],
      },
    ]);
  });

  it("leaves out what would be empty", () => {
    expect(sliceInlines(children, 0, 4)).toEqual([{ kind: "text", text: "See " }]);
    expect(sliceInlines(children, 5, 5)).toEqual([]);
    expect(sliceInlines(children, 500, 600)).toEqual([]);
  });

  it("keeps an image whole", () => {
    const image: Inline = { kind: "image", href: "a.png", alt: "a plan" };
    expect(sliceInlines([{ kind: "text", text: "at " }, image], 4, 6)).toEqual([image]);
    expect(sliceInlines([{ kind: "text", text: "at " }, image], 0, 3)).toEqual([
      { kind: "text", text: "at " },
    ]);
  });

  it("cuts as a slice of the plain text does", () => {
    const withoutImages = anyInlines.filter(
      (inlines) => !JSON.stringify(inlines).includes('"image"'),
    );
    fc.assert(
      fc.property(withoutImages, fc.nat(60), fc.nat(60), (inlines, start, length) => {
        const cut = sliceInlines(inlines, start, start + length);
        expect(inlineText(cut)).toBe(inlineText(inlines).slice(start, start + length));
      }),
    );
  });
});

describe("linesWithin", () => {
  it("finds the line of a word behind breaks, also inside marks and links", () => {
    const markdown = "one\ntwo **three\nfour** [five\nsix](x)  \nseven\\\neight";
    const lines = {
      one: 10,
      two: 11,
      three: 11,
      four: 12,
      five: 12,
      six: 13,
      seven: 14,
      eight: 15,
    };
    for (const [word, line] of Object.entries(lines)) {
      expect(linesOfWord(markdown, word, 10)).toEqual([line, line]);
    }
    expect(linesOfWord(markdown, "three\nfour five\nsix", 10)).toEqual([11, 13]);
  });

  it("does not take in the line behind a break at the end", () => {
    const block = paragraph("one\ntwo");
    expect(linesWithin(block, 0, 4)).toEqual([1, 1]);
    expect(linesWithin(block, 0, 5)).toEqual([1, 2]);
    expect(linesWithin(block, 4, 7)).toEqual([2, 2]);
  });

  it("is as wide as it must be where a line ended without leaving a break", () => {
    const markdown = "one `two\nthree` four\nfive\nsix";
    expect(linesOfWord(markdown, "one")).toEqual([1, 2]);
    expect(linesOfWord(markdown, "four")).toEqual([1, 2]);
    expect(linesOfWord(markdown, "five")).toEqual([2, 3]);
    expect(linesOfWord(markdown, "six")).toEqual([3, 4]);
  });

  it("stays inside of the paragraph, whatever offsets it is given", () => {
    const offsets = fc.tuple(fc.nat(80), fc.nat(80));
    const sizes = fc.tuple(fc.integer({ min: 1, max: 50 }), fc.nat(5));
    fc.assert(
      fc.property(anyInlines, offsets, sizes, (children, [start, length], [first, more]) => {
        const lines = [first, first + more] as const;
        const [from, to] = linesWithin(
          { kind: "paragraph", children, lines },
          start,
          start + length,
        );
        expect(from).toBeGreaterThanOrEqual(first);
        expect(to).toBeGreaterThanOrEqual(from);
        expect(to).toBeLessThanOrEqual(first + more);
      }),
    );
  });
});
