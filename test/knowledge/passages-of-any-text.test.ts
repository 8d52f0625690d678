import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { linesWithin } from "../../src/knowledge/lines-of.ts";
import { passagesOf } from "../../src/knowledge/passages.ts";
import { blockText, inlineText } from "../../src/plain-text.ts";
import type { Block, Lines } from "../../src/types.ts";
import { anyKnownPage, anyMarkdown } from "../support/any-markdown.ts";

/** Every block of a tree with the lines of everything around it. */
function* walk(blocks: readonly Block[], around: Lines): Generator<readonly [Block, Lines]> {
  for (const block of blocks) {
    yield [block, around];
    if (block.kind === "quote") yield* walk(block.children, block.lines);
    if (block.kind === "list") {
      for (const item of block.items) {
        expect(within(item.lines, block.lines)).toBe(true);
        yield* walk(item.children, item.lines);
      }
    }
    if (block.kind === "table") {
      for (const row of block.rows) expect(within(row.lines, block.lines)).toBe(true);
    }
  }
}

function within([first, last]: Lines, [from, to]: Lines): boolean {
  return from <= first && first <= last && last <= to;
}

describe("passages of any text", () => {
  it("are made without an error, with ids of their own and lines inside of the file and of each other", () => {
    fc.assert(
      fc.property(anyMarkdown, (markdown) => {
        const { passages, problems } = passagesOf({ path: "it/page.md", markdown });
        const lineCount = markdown.split(/\r\n?|\n/).length;
        expect(new Set(passages.map(({ passage }) => passage.id)).size).toBe(passages.length);
        for (const { passage } of passages) {
          expect(passage.id).toMatch(/^it\/page\.md#[^\s#]+$/);
          expect(passage.lines[0]).toBeGreaterThanOrEqual(1);
          expect(passage.lines[1]).toBeLessThanOrEqual(lineCount);
          expect(passage.headings.every((heading) => heading !== "")).toBe(true);
          expect(passage.text.isWellFormed()).toBe(true);
          for (const [block, around] of walk(passage.body, passage.lines)) {
            expect(within(block.lines, around)).toBe(true);
          }
        }
        for (const { line } of problems) expect(line).toBeLessThanOrEqual(lineCount);
        expect(passages.length + problems.length).toBeGreaterThan(0);
      }),
      { numRuns: 1_000 },
    );
  });

  it("are the same for the same text, whatever ends its lines", () => {
    fc.assert(
      fc.property(anyMarkdown, (markdown) => {
        const plain = markdown.replace(/\r\n?/g, "\n");
        const windows = plain.replaceAll("\n", "\r\n");
        expect(passagesOf({ path: "a.md", markdown: windows })).toEqual(
          passagesOf({ path: "a.md", markdown: plain }),
        );
      }),
    );
  });

  it("come through structured cloning as they are", () => {
    fc.assert(
      fc.property(anyMarkdown, (markdown) => {
        const read = passagesOf({ path: "a.md", markdown });
        expect(structuredClone(read)).toEqual(read);
      }),
      { numRuns: 50 },
    );
  });
});

describe("passages of a page that is known", () => {
  it("lose no word, and stand around the line of each", () => {
    fc.assert(
      fc.property(anyKnownPage, ({ markdown, lineOf }) => {
        const passages = passagesOf({ path: "a.md", markdown }).passages.map(
          ({ passage }) => passage,
        );
        const anywhere = passages
          .map(({ headings, text }) => `${headings.join(" ")} ${text}`)
          .join(" ");
        for (const [word, line] of lineOf) {
          const holders = passages.filter(({ text }) => text.includes(word));
          for (const { lines } of holders) expect(within([line, line], lines)).toBe(true);
          // The words of a heading without text are in the path of those below it, or nowhere.
          if (!isHeadingLine(markdown, line)) expect(anywhere).toContain(word);
        }
        expect(anywhere).not.toContain("hidden");
      }),
      { numRuns: 500 },
    );
  });

  it("have blocks that begin and end on lines with words, and hold the words they cite", () => {
    fc.assert(
      fc.property(anyKnownPage, ({ markdown, lineOf }) => {
        const source = markdown.split("\n");
        for (const { passage } of passagesOf({ path: "a.md", markdown }).passages) {
          for (const [block] of walk(passage.body, passage.lines)) {
            const [first, last] = block.lines;
            expect(source[first - 1]).toMatch(/[^\s>]/);
            expect(source[last - 1]).toMatch(/[^\s>]/);
            for (const [word] of blockText(block).matchAll(/w\d+x/g)) {
              expect(within([lineOf.get(word) ?? 0, lineOf.get(word) ?? 0], block.lines)).toBe(
                true,
              );
            }
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it("tell the line of every word of a paragraph, exactly wherever no line ends inside of code or a comment", () => {
    fc.assert(
      fc.property(anyKnownPage, ({ markdown, lineOf }) => {
        for (const { passage } of passagesOf({ path: "a.md", markdown }).passages) {
          for (const [block] of walk(passage.body, passage.lines)) {
            if (block.kind !== "paragraph") continue;
            const text = inlineText(block.children);
            const [first, last] = block.lines;
            const exact = text.split("\n").length === last - first + 1;
            for (const match of text.matchAll(/w\d+x/g)) {
              const line = lineOf.get(match[0]) ?? 0;
              const lines = linesWithin(block, match.index, match.index + match[0].length);
              expect(within([line, line], lines)).toBe(true);
              if (exact) expect(lines).toEqual([line, line]);
            }
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});

function isHeadingLine(markdown: string, line: number): boolean {
  const lines = markdown.split("\n");
  const underline = lines.slice(line, line + 2).some((below) => /^(?:=+|-+)$/.test(below));
  return /^(?:#|<h)/.test(lines[line - 1] ?? "") || underline;
}
