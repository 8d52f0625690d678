import type { Block } from "../../src/index.ts";
import { cellWidth } from "../../src/index.ts";
import { inlineSpans } from "./inline.ts";
import { safeText } from "./safe-text.ts";
import { span } from "./span.ts";
import type { Line, Span } from "./span.ts";
import { tableLines } from "./table.ts";
import { wrap } from "./wrap.ts";

/** Deeper nesting is drawn without further indentation: a hostile page nests until nothing is left of the width. */
const NARROWEST = 16;

/** Blocks as lines of a terminal, parted by a blank line; `tight` leaves those out, as inside a list. */
export function blockLines(blocks: readonly Block[], width: number, tight = false): Line[] {
  const drawn = blocks.map((block) => linesOf(block, width)).filter((lines) => lines.length > 0);
  return drawn.flatMap((lines, index) => (index === 0 || tight ? lines : [[], ...lines]));
}

function linesOf(block: Block, width: number): Line[] {
  switch (block.kind) {
    case "paragraph":
      return wrap(inlineSpans(block.children), width);
    case "heading":
      return wrap(inlineSpans(block.children, ["bold"]), width);
    case "list":
      return block.items.flatMap((item, index) => {
        const marker = block.ordered ? `${block.start + index}. ` : "• ";
        const room = inside(width, cellWidth(marker));
        const lines = blockLines(item.children, room, true);
        return indent(
          lines.length === 0 ? [[]] : lines,
          span(marker),
          span(" ".repeat(width - room)),
        );
      });
    case "table":
      return withoutTrailingBlank(tableLines(block, width));
    case "code":
      // Not wrapped: a line of code is copied as it is, and a terminal breaks it on the screen alone.
      return safeText(block.text)
        .split("\n")
        .map((line) => [span("  "), span(line, "code")]);
    case "quote": {
      const room = inside(width, 2);
      const bar = room === width ? span("") : span("│ ", "dim");
      return indent(blockLines(block.children, room), bar, bar);
    }
    case "rule":
      return [[span("─".repeat(Math.min(width, 24)), "dim")]];
  }
}

function inside(width: number, taken: number): number {
  return width - taken < NARROWEST ? width : width - taken;
}

function indent(lines: readonly Line[], first: Span, later: Span): Line[] {
  return lines.map((line, index) => [index === 0 ? first : later, ...line]);
}

function withoutTrailingBlank(lines: Line[]): Line[] {
  return lines.at(-1)?.length === 0 ? lines.slice(0, -1) : lines;
}
