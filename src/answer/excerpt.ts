import { announces } from "./announces.ts";
import { linesWithin, sliceInlines } from "../knowledge/lines-of.ts";
import type { Sentence } from "../knowledge/sentences.ts";
import { inlineText } from "../plain-text.ts";
import type { Block, Inline, Lines, Passage } from "../types.ts";

type Paragraph = Extract<Block, { kind: "paragraph" }>;
type List = Extract<Block, { kind: "list" }>;
type Table = Extract<Block, { kind: "table" }>;

/** Part of a paragraph, from sentence to sentence, the answering one marked. Word for word, with its true lines. */
export function excerptParagraph(
  paragraph: Paragraph,
  from: Sentence,
  to: Sentence,
  marked: Sentence,
): Paragraph {
  const text = inlineText(paragraph.children);
  const children: Inline[] = [
    ...sliceInlines(paragraph.children, from.start, marked.start),
    { kind: "mark", children: sliceInlines(paragraph.children, marked.start, marked.end) },
    ...sliceInlines(paragraph.children, marked.end, to.end),
  ];
  const whole = from.start === 0 && to.end >= text.trimEnd().length;
  return {
    kind: "paragraph",
    children,
    lines: whole ? paragraph.lines : linesWithin(paragraph, from.start, to.end),
  };
}

/** Some items of a list; each keeps its number only where they are neighbours, so the list starts at the first one's. */
export function excerptList(list: List, parts: readonly number[]): List {
  const items = parts.flatMap((part) => list.items[part] ?? []);
  return {
    ...list,
    start: list.start + (parts[0] ?? 0),
    items,
    lines: span(
      items.map((item) => item.lines),
      list.lines,
    ),
  };
}

/** Some rows of a table under its header. The cited lines are the rows'. */
export function excerptTable(table: Table, parts: readonly number[]): Table {
  const rows = parts.flatMap((part) => table.rows[part] ?? []);
  return {
    ...table,
    rows,
    lines: span(
      rows.map((row) => row.lines),
      table.lines,
    ),
  };
}

/** From the first to the last line of several ranges. */
export function span(ranges: readonly Lines[], otherwise: Lines): Lines {
  const [first] = ranges;
  if (first === undefined) return otherwise;
  return [Math.min(...ranges.map(([from]) => from)), Math.max(...ranges.map(([, to]) => to))];
}

/** The paragraph right above a block, where it leads in to it: "… are these:", "The table compares both." */
export function leadInOf(passage: Passage, block: number): Paragraph | undefined {
  const above = passage.body[block - 1];
  return above?.kind === "paragraph" && announces(inlineText(above.children)) ? above : undefined;
}

/** The whole list with the answering item marked. */
export function markPart(list: List, part: number): List {
  return {
    ...list,
    items: list.items.map((item, index) =>
      index === part ? { ...item, children: item.children.map(markBlock) } : item,
    ),
  };
}

function markBlock(block: Block): Block {
  return block.kind === "paragraph"
    ? { ...block, children: [{ kind: "mark", children: block.children }] }
    : block;
}
