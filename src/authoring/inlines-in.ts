import type { Block, Inline } from "../types.ts";

export interface LinedInline {
  readonly inline: Inline;
  /** The first line it can stand on. */
  readonly line: number;
}

/** All inline content of some blocks with its lines, in order, also what is inside of links and emphasis. */
export function* inlinesIn(blocks: readonly Block[]): Generator<LinedInline> {
  for (const block of blocks) {
    switch (block.kind) {
      case "paragraph":
      case "heading":
        yield* linedFrom(block.children, { line: block.lines[0] });
        break;
      case "list":
        for (const item of block.items) yield* inlinesIn(item.children);
        break;
      case "table":
        for (const cell of block.header) yield* linedFrom(cell, { line: block.lines[0] });
        for (const row of block.rows) {
          for (const cell of row.cells) yield* linedFrom(cell, { line: row.lines[0] });
        }
        break;
      case "quote":
        yield* inlinesIn(block.children);
        break;
      case "code":
      case "rule":
        break;
    }
  }
}

/** `at` is the line that has been reached: a break ends one. */
function* linedFrom(inlines: readonly Inline[], at: { line: number }): Generator<LinedInline> {
  for (const inline of inlines) {
    yield { inline, line: at.line };
    if (inline.kind === "break") at.line++;
    if ("children" in inline) yield* linedFrom(inline.children, at);
  }
}
