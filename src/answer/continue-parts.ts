import { sectionOf } from "../knowledge/section-of.ts";
import type { Block, Passage } from "../types.ts";
import { hasMark, isCatalogue } from "./catalogue.ts";

/** Parts of one section that are looked through for the rest of a list. */
const MOST_PARTS = 40;

/**
 * A long list or table is parted between passages. Where a body holds such a part whole, it is shown with what comes before
 * and after it in the other parts of the section, so that steps are never cut without a word.
 */
export function continueParts(
  body: readonly Block[],
  passages: readonly Passage[],
  number: number,
): readonly Block[] {
  const own = passages[number];
  const last = body.at(-1);
  if (own === undefined || last === undefined) return body;
  if (!own.body.some((block) => isSame(block, last))) return body;
  const section = sectionOf(own.id);
  let first = number;
  while (first > 0 && number - first < MOST_PARTS && isOf(section, passages[first - 1])) first--;
  let chain: Block | undefined;
  let found = false;
  for (let at = first; at < first + 2 * MOST_PARTS && isOf(section, passages[at]); at++) {
    for (const block of passages[at]?.body ?? []) {
      if (chain !== undefined && continues(chain, block)) chain = joined(chain, block);
      else if (found && (block.kind === "list" || block.kind === "table"))
        return ended(body, chain);
      else if (!found && block.kind === last.kind) chain = block;
      found ||= isSame(block, last);
    }
  }
  return found ? ended(body, chain) : body;
}

function isOf(section: string, passage: Passage | undefined): boolean {
  return passage !== undefined && sectionOf(passage.id) === section;
}

function ended(body: readonly Block[], whole: Block | undefined): readonly Block[] {
  const last = body.at(-1);
  // What was not continued stays as it is, with its marks.
  if (whole === undefined || last === undefined || isSame(whole, last)) return body;
  // The answer is in this part.
  if (isCatalogue(whole) && hasMark(last)) return body;
  return [...body.slice(0, -1), whole];
}

/** The same block of the page, whether words of it are marked or not. */
function isSame(a: Block, b: Block): boolean {
  return a.kind === b.kind && a.lines[0] === b.lines[0] && a.lines[1] === b.lines[1];
}

/** Whether a block goes on where the other was cut: the same kind, the next item's number, further down the page. */
function continues(before: Block, block: Block): boolean {
  if (before.kind === "list" && block.kind === "list") {
    const next = before.start + before.items.length;
    const inOrder = !before.ordered || block.start === next;
    return block.ordered === before.ordered && inOrder && follows(before.items, block.items);
  }
  return before.kind === "table" && block.kind === "table" && follows(before.rows, block.rows);
}

type Lined = { readonly lines: readonly [number, number] };

/** The first line after the last one, blank lines aside; two lists of one section stand further apart. */
function follows(before: readonly Lined[], after: readonly Lined[]): boolean {
  const gap = (after[0]?.lines[0] ?? 0) - (before.at(-1)?.lines[1] ?? 0);
  return gap >= 1 && gap <= 2;
}

function joined(before: Block, more: Block): Block {
  const lines = [before.lines[0], more.lines[1]] as const;
  if (before.kind === "list" && more.kind === "list") {
    return { ...before, items: [...before.items, ...more.items], lines };
  }
  if (before.kind === "table" && more.kind === "table") {
    return { ...before, rows: [...before.rows, ...more.rows], lines };
  }
  return before;
}
