import { blockText, plainText } from "../plain-text.ts";
import type { Block, Lines } from "../types.ts";

/** Characters of text from which a section is parted: a screenful, a length that ranks and reads well. */
const LONGEST_PART = 1600;
/** A paragraph no longer than this above a list or a table introduces it and goes with each of its parts. */
const LONGEST_LEAD_IN = 300;

/** A part of a section, or all of it, with its plain text. */
export interface Part {
  readonly body: readonly Block[];
  readonly text: string;
}

/**
 * A long section as parts of at most about 1,600 characters, cut between blocks. A list longer than
 * that is cut between its items, a table between its rows, a quote between its blocks; each part
 * repeats the table's header and the paragraph that leads in, with the lines they really stand on.
 * A paragraph, a code block, an item and a row are never cut, however long.
 */
export function partsOf(blocks: readonly Block[]): readonly Part[] {
  const text = plainText(blocks);
  if (text.length <= LONGEST_PART) return blocks.length === 0 ? [] : [{ body: blocks, text }];
  return cut(blocks).map((body) => ({ body, text: plainText(body) }));
}

function cut(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const parts: Block[][] = [];
  let part: Block[] = [];
  let size = 0;
  const finish = (): void => {
    if (part.length > 0) parts.push(part);
    part = [];
    size = 0;
  };

  for (const unit of unitsOf(blocks)) {
    const [first, ...rest] = piecesOf(unit);
    // A short beginning goes with the first piece of what is cut, rather than alone.
    const room = rest.length > 0 ? LONGEST_PART + LONGEST_LEAD_IN : LONGEST_PART;
    if (size + unit.leadInSize + first.size > room) finish();
    part.push(...unit.leadIn, first.block);
    size += unit.leadInSize + first.size;
    for (const piece of rest) {
      finish();
      part.push(...unit.leadIn, piece.block);
      size = unit.leadInSize + piece.size;
    }
  }
  finish();
  return parts;
}

interface Piece {
  readonly block: Block;
  readonly size: number;
}

interface Unit extends Piece {
  readonly leadIn: readonly Block[];
  readonly leadInSize: number;
}

/** Blocks that stay together: a list or table with the paragraph that leads into it, anything else alone. */
function unitsOf(blocks: readonly Block[]): readonly Unit[] {
  const units: Unit[] = [];
  for (const block of blocks) {
    const size = blockText(block).length;
    const before = units.at(-1);
    const led =
      (block.kind === "list" || block.kind === "table") &&
      before?.block.kind === "paragraph" &&
      before.size <= LONGEST_LEAD_IN;
    if (led) units.pop();
    const leadIn = led ? [before.block] : [];
    units.push({ leadIn, leadInSize: led ? before.size : 0, block, size });
  }
  return units;
}

/** The block itself, or the pieces that it has to be cut into. */
function piecesOf({ block, size, leadInSize }: Unit): readonly [Piece, ...Piece[]] {
  const room = LONGEST_PART - leadInSize;
  const [first, ...rest] = size > room ? cutPieces(block, room) : [];
  return first === undefined ? [{ block, size }] : [first, ...rest];
}

function cutPieces(block: Block, room: number): readonly Piece[] {
  switch (block.kind) {
    case "list":
      return runs(
        block.items,
        (item) => blockText({ ...block, items: [item] }).length + 1,
        room,
      ).map(({ from, members, size }) => ({
        size,
        block: { ...block, start: block.start + from, items: members, lines: span(members) },
      }));
    case "table": {
      const headerSize = blockText({ ...block, rows: [] }).length;
      return runs(
        block.rows,
        (row) => blockText({ ...block, header: row.cells, rows: [] }).length + 1,
        room - headerSize,
      ).map(({ members, size }) => ({
        size: size + headerSize,
        block: { ...block, rows: members, lines: [block.lines[0], span(members)[1]] },
      }));
    }
    case "quote":
      return runs(block.children, (child) => blockText(child).length + 2, room).map(
        ({ members, size }) => ({
          size,
          block: { ...block, children: members, lines: span(members) },
        }),
      );
    default:
      return [];
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
