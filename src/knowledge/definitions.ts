import { inlineText } from "../plain-text.ts";
import type { Block, Inline, ListItem } from "../types.ts";

type Paragraph = Extract<Block, { kind: "paragraph" }>;

const MARK = /^:[ \t]+/;
/** A term is a word or a few; more is a paragraph that happens to have a line with a colon in front. */
const LONGEST_TERM = 100;

/** Blocks in which definitions (a line with a term, below it lines that begin with `: `) are lists, "term: definition" an item. */
export function withDefinitions(blocks: readonly Block[]): readonly Block[] {
  if (!blocks.some(mayDefine)) return blocks;
  const read: Block[] = [];
  let items: ListItem[] = [];
  const finish = (): void => {
    if (items.length > 0) read.push(listOf(items));
    items = [];
  };
  for (const block of blocks) {
    const found = mayDefine(block) ? itemsOf(block) : undefined;
    if (found !== undefined) {
      for (const item of found) items.push(item);
      continue;
    }
    finish();
    read.push(block);
  }
  finish();
  return read;
}

function listOf(items: readonly ListItem[]): Block {
  const lines = [items[0]?.lines[0] ?? 0, items.at(-1)?.lines[1] ?? 0] as const;
  return { kind: "list", ordered: false, start: 1, items, lines };
}

function mayDefine(block: Block): block is Paragraph {
  return (
    block.kind === "paragraph" &&
    block.children.some((inline, at) => defines(inline) && block.children[at - 1]?.kind === "break")
  );
}

function defines(inline: Inline | undefined): boolean {
  return inline?.kind === "text" && MARK.test(inline.text);
}

/** Undefined where the paragraph is no run of definitions. */
function itemsOf({ children, lines: [first, last] }: Paragraph): readonly ListItem[] | undefined {
  const rows = rowsOf(children);
  // Otherwise a line ends without a break, and none could be told by its number.
  if (rows.length !== last - first + 1) return undefined;
  const terms = [...rows.keys()].filter(
    (at) => !defines(rows[at]?.[0]) && defines(rows[at + 1]?.[0]),
  );
  if (terms[0] !== 0) return undefined;
  if (terms.some((at) => inlineText(rows[at] ?? []).length > LONGEST_TERM)) return undefined;
  return terms.map((at, index) => {
    const end = terms[index + 1] ?? rows.length;
    const lines = [first + at, first + end - 1] as const;
    const [term = [], ...definition] = rows.slice(at, end);
    const paragraph = { kind: "paragraph", children: defined(term, definition), lines } as const;
    return { children: [paragraph], lines };
  });
}

function defined(
  term: readonly Inline[],
  definition: readonly (readonly Inline[])[],
): readonly Inline[] {
  const ended = /[.?!:…]$/u.test(inlineText(term));
  const colon = ended ? [] : [{ kind: "text", text: ":" } as const];
  return [
    { kind: "strong", children: [...term, ...colon] },
    ...definition.flatMap((row) => [{ kind: "break", hard: false } as const, ...withoutMark(row)]),
  ];
}

function withoutMark(row: readonly Inline[]): readonly Inline[] {
  const [first, ...rest] = row;
  if (first?.kind !== "text") return row;
  const text = first.text.replace(MARK, "");
  return text === "" ? rest : [{ kind: "text", text }, ...rest];
}

function rowsOf(inlines: readonly Inline[]): readonly (readonly Inline[])[] {
  const rows: Inline[][] = [[]];
  for (const inline of inlines) {
    if (inline.kind === "break") rows.push([]);
    else rows.at(-1)?.push(inline);
  }
  return rows;
}
