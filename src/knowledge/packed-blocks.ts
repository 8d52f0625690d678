import type { Align, Block, Inline, ListItem, TableRow } from "../types.ts";

/*
 * Blocks as JSON without names: half as long as the same blocks with them, and sooner read. It never leaves the process, so
 * that it may change with any version.
 */

type PackedInline =
  /** Text, or a break: whether it is a hard one. */
  | string
  | boolean
  | readonly ["code", text: string]
  | readonly [Mark, readonly PackedInline[]]
  | readonly ["link", href: string, readonly PackedInline[]]
  | readonly ["image", href: string, alt: string];

type Mark = "strong" | "emphasis" | "mark";

type PackedItem = readonly [first: number, last: number, readonly PackedBlock[]];
type PackedRow = readonly [first: number, last: number, readonly (readonly PackedInline[])[]];

type PackedBlock =
  | readonly ["p", number, number, readonly PackedInline[]]
  | readonly ["h", number, number, level: number, readonly PackedInline[]]
  | readonly ["ul" | "ol", number, number, start: number, readonly PackedItem[]]
  | readonly [
      "table",
      number,
      number,
      header: readonly (readonly PackedInline[])[],
      align: readonly Align[],
      rows: readonly PackedRow[],
    ]
  | readonly ["code", number, number, language: string, text: string]
  | readonly ["quote", number, number, readonly PackedBlock[]]
  | readonly ["hr", number, number];

/** A body as one string, and the same body again: a trip there and back changes nothing. */
export function packBlocks(blocks: readonly Block[]): string {
  return JSON.stringify(blocks.map(packBlock));
}

export function unpackBlocks(packed: string): readonly Block[] {
  return (JSON.parse(packed) as readonly PackedBlock[]).map(unpackBlock);
}

function packBlock(block: Block): PackedBlock {
  const [first, last] = block.lines;
  switch (block.kind) {
    case "paragraph":
      return ["p", first, last, block.children.map(packInline)];
    case "heading":
      return ["h", first, last, block.level, block.children.map(packInline)];
    case "list":
      return [block.ordered ? "ol" : "ul", first, last, block.start, block.items.map(packItem)];
    case "table":
      return [
        "table",
        first,
        last,
        block.header.map(packCell),
        block.align,
        block.rows.map(packRow),
      ];
    case "code":
      return ["code", first, last, block.language, block.text];
    case "quote":
      return ["quote", first, last, block.children.map(packBlock)];
    case "rule":
      return ["hr", first, last];
  }
}

function packItem({ children, lines: [first, last] }: ListItem): PackedItem {
  return [first, last, children.map(packBlock)];
}

function packRow({ cells, lines: [first, last] }: TableRow): PackedRow {
  return [first, last, cells.map(packCell)];
}

function packCell(cell: readonly Inline[]): readonly PackedInline[] {
  return cell.map(packInline);
}

function packInline(inline: Inline): PackedInline {
  switch (inline.kind) {
    case "text":
      return inline.text;
    case "break":
      return inline.hard;
    case "code":
      return ["code", inline.text];
    case "link":
      return ["link", inline.href, inline.children.map(packInline)];
    case "image":
      return ["image", inline.href, inline.alt];
    default:
      return [inline.kind, inline.children.map(packInline)];
  }
}

function unpackBlock(packed: PackedBlock): Block {
  const lines = [packed[1], packed[2]] as const;
  switch (packed[0]) {
    case "p":
      return { kind: "paragraph", children: packed[3].map(unpackInline), lines };
    case "h":
      return { kind: "heading", level: packed[3], children: packed[4].map(unpackInline), lines };
    case "ul":
    case "ol": {
      const items = packed[4].map(unpackItem);
      return { kind: "list", ordered: packed[0] === "ol", start: packed[3], items, lines };
    }
    case "table": {
      const [, , , header, align, rows] = packed;
      return {
        kind: "table",
        header: header.map(unpackCell),
        align,
        rows: rows.map(unpackRow),
        lines,
      };
    }
    case "code":
      return { kind: "code", language: packed[3], text: packed[4], lines };
    case "quote":
      return { kind: "quote", children: packed[3].map(unpackBlock), lines };
    case "hr":
      return { kind: "rule", lines };
  }
}

function unpackItem([first, last, children]: PackedItem): ListItem {
  return { children: children.map(unpackBlock), lines: [first, last] };
}

function unpackRow([first, last, cells]: PackedRow): TableRow {
  return { cells: cells.map(unpackCell), lines: [first, last] };
}

function unpackCell(cell: readonly PackedInline[]): readonly Inline[] {
  return cell.map(unpackInline);
}

function unpackInline(packed: PackedInline): Inline {
  if (typeof packed === "string") return { kind: "text", text: packed };
  if (typeof packed === "boolean") return { kind: "break", hard: packed };
  switch (packed[0]) {
    case "code":
      return { kind: "code", text: packed[1] };
    case "link":
      return { kind: "link", href: packed[1], children: packed[2].map(unpackInline) };
    case "image":
      return { kind: "image", href: packed[1], alt: packed[2] };
    default:
      return { kind: packed[0], children: packed[1].map(unpackInline) };
  }
}
