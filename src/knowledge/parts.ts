import { blockText } from "../plain-text.ts";
import type { Block, Lines } from "../types.ts";

/** Characters of text from which a section is parted: a screenful, a length that ranks and reads well. */
const LONGEST_PART = 1600;
/** A paragraph no longer than this above a list or a table introduces it and goes with each of its parts. */
const LONGEST_LEAD_IN = 300;

type Divisible = Extract<Block, { kind: "list" | "table" | "quote" }>;

/**
 * A long section as parts of at most about 1,600 characters, cut between blocks. A list longer than that is cut between its items, a
 * table between its rows, a quote between its blocks; each part repeats the table's header and the paragraph that leads in, with
 * the lines they really stand on. A paragraph, a code block, an item and a row are never cut, however long.
 */
export function partsOf(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const parts: Block[][] = [];
  let part: Block[] = [];
  let size = 0;
  const finish = (): void => {
    if (part.length > 0) parts.push(part);
    part = [];
    size = 0;
  };

  for (const unit of unitsOf(blocks)) {
    if (size + unit.size > LONGEST_PART) finish();
    const pieces =
      unit.size <= LONGEST_PART || unit.divisible === undefined
        ? []
        : piecesOf(unit.divisible, LONGEST_PART - unit.leadInSize);
    if (pieces.length === 0) {
      part.push(...unit.leadIn, unit.block);
      size += unit.size;
      continue;
    }
    for (const piece of pieces) {
      finish();
      part.push(...unit.leadIn, piece.block);
      size = unit.leadInSize + piece.size;
    }
  }
  finish();
  return parts;
}

interface Unit {
  readonly leadIn: readonly Block[];
  readonly leadInSize: number;
  readonly block: Block;
  readonly size: number;
  readonly divisible: Divisible | undefined;
}

/** Blocks that stay together: a list or table with the paragraph that leads into it, anything else alone. */
function unitsOf(blocks: readonly Block[]): readonly Unit[] {
  const units: Unit[] = [];
  for (const block of blocks) {
    const size = blockText(block).length;
    const divisible =
      block.kind === "list" || block.kind === "table" || block.kind === "quote" ? block : undefined;
    const before = units.at(-1);
    const led =
      divisible !== undefined &&
      before?.block.kind === "paragraph" &&
      before.size <= LONGEST_LEAD_IN;
    if (led) units.pop();
    const leadIn = led ? [before.block] : [];
    const leadInSize = led ? before.size : 0;
    units.push({ leadIn, leadInSize, block, size: leadInSize + size, divisible });
  }
  return units;
}

interface Piece {
  readonly block: Block;
  readonly size: number;
}

function piecesOf(block: Divisible, longest: number): readonly Piece[] {
  switch (block.kind) {
    case "list":
      return runs(
        block.items,
        (item) => blockText({ ...block, items: [item] }).length,
        longest,
      ).map(({ from, members, size }) => ({
        size,
        block: { ...block, start: block.start + from, items: members, lines: span(members) },
      }));
    case "table": {
      const headerSize = blockText({ ...block, rows: [] }).length;
      const rowSize = (row: (typeof block.rows)[number]): number =>
        blockText({ ...block, header: row.cells, rows: [] }).length + 1;
      return runs(block.rows, rowSize, longest - headerSize).map(({ members, size }) => ({
        size: size + headerSize,
        block: { ...block, rows: members, lines: [block.lines[0], span(members)[1]] },
      }));
    }
    case "quote":
      return runs(block.children, (child) => blockText(child).length, longest).map(
        ({ members, size }) => ({
          size,
          block: { ...block, children: members, lines: span(members) },
        }),
      );
  }
}

interface Run<Member> {
  readonly from: number;
  readonly members: readonly Member[];
  readonly size: number;
}

/** Consecutive members whose sizes add up to no more than `longest`; one that is longer is alone. */
function runs<Member>(
  members: readonly Member[],
  sizeOf: (member: Member) => number,
  longest: number,
): readonly Run<Member>[] {
  const found: Run<Member>[] = [];
  let from = 0;
  let size = 0;
  for (const [index, member] of members.entries()) {
    const own = sizeOf(member);
    if (index > from && size + own > longest) {
      found.push({ from, members: members.slice(from, index), size });
      from = index;
      size = 0;
    }
    size += own;
  }
  if (members.length > from) found.push({ from, members: members.slice(from), size });
  return found;
}

function span(members: readonly { readonly lines: Lines }[]): Lines {
  return [members[0]?.lines[0] ?? 0, members.at(-1)?.lines[1] ?? 0];
}
