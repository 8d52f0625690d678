import { boundary, wholeGraphemes } from "./boundary.ts";
import { inlineText } from "./plain-text.ts";
import { takeInlines } from "./take-inlines.ts";
import type { Block, Inline } from "./types.ts";

/** What fits, and how many lines of the page were left out after it (0: everything is shown). */
export interface Cut {
  readonly shown: readonly Block[];
  readonly omittedLines: number;
}

/** What a block costs in the platform's own measure; never less for a longer block. Costs of blocks add up. */
export type Cost = (block: Block) => number;

/**
 * Cuts blocks to a budget, between blocks where possible: a list between its items, a table between its rows (a header
 * alone is no table), code between its lines, a paragraph after a sentence. Only where nothing else would be shown is a
 * sentence cut, after a word, and a word after a grapheme; such a cut ends in "…". Fences and closing marks are the
 * renderer's: every block that is shown is complete. A heading is never the last thing shown.
 */
export function cutBlocks(blocks: readonly Block[], budget: number, cost: Cost): Cut {
  const shown: Block[] = [];
  let left = budget;
  let omittedLines = 0;
  for (const [index, block] of blocks.entries()) {
    const price = cost(block);
    if (price <= left) {
      shown.push(block);
      left -= price;
      continue;
    }
    const part = cutBlock(block, left, cost, !shown.some(isContent));
    if (part !== undefined) shown.push(part.block);
    omittedLines = part?.omittedLines ?? linesOf(block);
    for (const later of blocks.slice(index + 1)) omittedLines += linesOf(later);
    break;
  }
  if (omittedLines > 0) omittedLines += dropTrailingHeadings(shown);
  return { shown, omittedLines };
}

interface Part {
  readonly block: Block;
  readonly omittedLines: number;
}

/** `force`: rather a piece of a sentence than nothing. */
function cutBlock(block: Block, budget: number, cost: Cost, force: boolean): Part | undefined {
  switch (block.kind) {
    case "paragraph":
    case "heading":
      return cutText(block, budget, cost, force);
    case "list":
      return cutList(block, budget, cost, force);
    case "table": {
      const rows = (count: number): Block => ({ ...block, rows: block.rows.slice(0, count) });
      const count = most(block.rows.length - 1, (size) => cost(rows(size)) <= budget);
      return count < 1
        ? undefined
        : { block: rows(count), omittedLines: block.rows.length - count };
    }
    case "code":
      return cutCode(block, budget, cost, force);
    case "quote": {
      const wrap = (children: readonly Block[]): Block => ({ ...block, children });
      return cutChildren(block.children, wrap, budget, cost);
    }
    case "rule":
      return undefined;
  }
}

function cutList(
  list: Extract<Block, { kind: "list" }>,
  budget: number,
  cost: Cost,
  force: boolean,
): Part | undefined {
  const items = (count: number): Block => ({ ...list, items: list.items.slice(0, count) });
  const count = most(list.items.length - 1, (size) => cost(items(size)) <= budget);
  const after = (from: number): number =>
    list.items.slice(from).reduce((sum, item) => sum + lineCount(item.lines), 0);
  if (count > 0) return { block: items(count), omittedLines: after(count) };
  const first = list.items[0];
  if (first === undefined || !force) return undefined;
  const wrap = (children: readonly Block[]): Block => ({
    ...list,
    items: [{ ...first, children }],
  });
  const part = cutChildren(first.children, wrap, budget, cost);
  return part && { block: part.block, omittedLines: part.omittedLines + after(1) };
}

/** Cuts the blocks inside a block: each is priced inside its wrapping, so that the wrapping is paid once. */
function cutChildren(
  children: readonly Block[],
  wrap: (children: readonly Block[]) => Block,
  budget: number,
  cost: Cost,
): Part | undefined {
  const wrapping = cost(wrap([]));
  const cut = cutBlocks(children, budget - wrapping, (child) => cost(wrap([child])) - wrapping);
  const block = wrap(cut.shown);
  if (cut.shown.length === 0 || cost(block) > budget) return undefined;
  return { block, omittedLines: cut.omittedLines };
}

function cutCode(
  code: Extract<Block, { kind: "code" }>,
  budget: number,
  cost: Cost,
  force: boolean,
): Part | undefined {
  const lines = code.text.split("\n");
  const head = (count: number): Block => ({ ...code, text: lines.slice(0, count).join("\n") });
  const count = most(lines.length - 1, (size) => cost(head(size)) <= budget);
  if (count > 0) return { block: head(count), omittedLines: lines.length - count };
  const line = lines[0] ?? "";
  if (!force) return undefined;
  const piece = (length: number): Block => ({ ...code, text: `${line.slice(0, length)}…` });
  const length = wholeGraphemes(
    line,
    most(line.length, (size) => cost(piece(size)) <= budget),
  );
  return length < 1 ? undefined : { block: piece(length), omittedLines: lines.length };
}

function cutText(
  block: Extract<Block, { kind: "paragraph" | "heading" }>,
  budget: number,
  cost: Cost,
  force: boolean,
): Part | undefined {
  const text = inlineText(block.children);
  const withChildren = (children: readonly Inline[]): Block => ({ ...block, children });
  const share = (length: number): number =>
    Math.max(1, Math.ceil(lineCount(block.lines) * (1 - length / Math.max(1, text.length))));
  const upTo = (length: number): Block => withChildren(takeInlines(block.children, length));
  const fits = most(text.length - 1, (size) => cost(upTo(size)) <= budget);
  const sentence = boundary(text, fits, "sentence");
  if (sentence > 0) {
    const trimmed = text.slice(0, sentence).trimEnd().length;
    if (trimmed > 0) return { block: upTo(trimmed), omittedLines: share(trimmed) };
  }
  if (!force) return undefined;
  const piece = (length: number): Block =>
    withChildren([...takeInlines(block.children, length), { kind: "text", text: "…" }]);
  const room = most(text.length, (size) => cost(piece(size)) <= budget);
  const word = text.slice(0, boundary(text, room, "word")).trimEnd().length;
  const length = word > 0 ? word : wholeGraphemes(text, room);
  return length < 1 ? undefined : { block: piece(length), omittedLines: share(length) };
}

/** The largest number up to `limit` for which `fits` holds, by halving; 0 where none does. */
function most(limit: number, fits: (size: number) => boolean): number {
  let low = 0;
  let high = Math.max(0, limit);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

function dropTrailingHeadings(shown: Block[]): number {
  let dropped = 0;
  while (shown.length > 0 && !isContent(shown.at(-1))) {
    const block = shown.pop();
    if (block !== undefined) dropped += linesOf(block);
  }
  return dropped;
}

function isContent(block: Block | undefined): boolean {
  return block !== undefined && block.kind !== "heading" && block.kind !== "rule";
}

function linesOf(block: Block): number {
  return lineCount(block.lines);
}

function lineCount([first, last]: readonly [number, number]): number {
  return Math.max(1, last - first + 1);
}
