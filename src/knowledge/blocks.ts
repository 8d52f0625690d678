import type { Token } from "markdown-it";
import type { Align, Block, Inline, Lines, ListItem, Problem, TableRow } from "../types.ts";
import { withDefinitions } from "./definitions.ts";
import { besideBadges, isBadges, isContents } from "./furniture.ts";
import { inlinesOf } from "./inlines.ts";
import type { WikiLink } from "./links.ts";
import { newlinesIn } from "./lines-of.ts";
import { DEEPEST, tokensOf } from "./markdown.ts";
import { labelled, labelParagraph, withBox, withLabel, withoutOwnId } from "./notations.ts";
import type { Paragraph } from "./notations.ts";

export interface ReadBlocks {
  readonly blocks: readonly Block[];
  /** Names that links may point to: of HTML anchors (`<a name="x"></a>`), and ids behind headings. */
  readonly anchors: readonly string[];
  readonly wikiLinks: readonly WikiLink[];
  readonly faults: readonly Fault[];
}

/** A problem of the text; the caller knows the page. */
export type Fault = Omit<Problem, "page">;

/**
 * Markdown as blocks with the exact lines they stand on, counted so that the text's first line is
 * `firstLine`. Blank lines behind a block, comments and link definitions belong to no block; badges
 * and tables of contents are none. Takes any input; the time is linear in its length. Expects `\n` line ends.
 */
export function readBlocks(markdown: string, firstLine = 1): ReadBlocks {
  const found = { anchors: [], wikiLinks: [], faults: [] };
  const reader: Reader = { tokens: tokensOf(markdown), at: 0, firstLine, ...found };
  return { blocks: blocksUntil(reader, undefined), ...found };
}

interface Reader {
  readonly tokens: readonly Token[];
  /** The next token to read. */
  at: number;
  readonly firstLine: number;
  readonly anchors: string[];
  readonly wikiLinks: WikiLink[];
  readonly faults: Fault[];
}

function blocksUntil(reader: Reader, close: string | undefined): readonly Block[] {
  const blocks: Block[] = [];
  let label: Paragraph | undefined;
  for (;;) {
    const token = reader.tokens[reader.at++];
    if (token === undefined || token.type === close) return withDefinitions(blocks);
    if (token.type === "label") {
      label = labelParagraph(token.content, linesOf(reader, token));
      continue;
    }
    const block = blockOf(reader, token);
    if (block === undefined) continue;
    blocks.push(...(label === undefined ? [block] : labelled(label, block)));
    label = undefined;
  }
}

function blockOf(reader: Reader, token: Token): Block | undefined {
  const lines = linesOf(reader, token);
  switch (token.type) {
    case "paragraph_open":
      return paragraphOf(trimmed(inlinesUntil(reader, "paragraph_close", false)), lines);
    case "heading_open": {
      const said = besideBadges(inlinesUntil(reader, "heading_close", false));
      const { inlines, id } = withoutOwnId(trimmed(said));
      if (id !== undefined) reader.anchors.push(id);
      return { kind: "heading", level: Number(token.tag.slice(1)), children: inlines, lines };
    }
    case "bullet_list_open":
    case "ordered_list_open":
      return listOf(reader, token, lines);
    case "table_open":
      return tableOf(reader, lines);
    case "fence":
    case "code_block":
      return codeOf(token, lines);
    case "blockquote_open": {
      noteDepth(reader, token);
      const children = withLabel(blocksUntil(reader, "blockquote_close"));
      if (children.length === 0) return undefined;
      return { kind: "quote", children, lines: [lines[0], lastLine(children, lines[0])] };
    }
    case "hr":
      return { kind: "rule", lines };
    default:
      return undefined;
  }
}

/** Lines at either end whose words all vanished (comments, anchors) are not the paragraph's. */
function paragraphOf(inlines: readonly Inline[], [first, last]: Lines): Block | undefined {
  const start = inlines.findIndex(({ kind }) => kind !== "break");
  if (start < 0 || isBadges(inlines)) return undefined;
  const end = inlines.findLastIndex(({ kind }) => kind !== "break") + 1;
  const lines: Lines = [first + start, Math.max(first + start, last - (inlines.length - end))];
  return { kind: "paragraph", children: inlines.slice(start, end), lines };
}

function listOf(reader: Reader, open: Token, lines: Lines): Block | undefined {
  const ordered = open.type === "ordered_list_open";
  const items: ListItem[] = [];
  for (;;) {
    const token = reader.tokens[reader.at++];
    if (token === undefined || token.type.endsWith("_list_close")) break;
    noteDepth(reader, token);
    const first = linesOf(reader, token)[0];
    const children = withBox(blocksUntil(reader, "list_item_close"));
    items.push({ children, lines: [first, lastLine(children, first)] });
  }
  if (items.every(({ children }) => children.length === 0) || isContents(items)) return undefined;
  const start = ordered ? Number(open.attrGet("start") ?? 1) : 1;
  return {
    kind: "list",
    ordered,
    start,
    items,
    lines: [lines[0], items.at(-1)?.lines[1] ?? lines[0]],
  };
}

function tableOf(reader: Reader, lines: Lines): Block {
  const aligns: Align[] = [];
  const rows: TableRow[] = [];
  for (;;) {
    const token = reader.tokens[reader.at++];
    if (token === undefined || token.type === "table_close") break;
    if (token.type !== "tr_open") continue;
    rows.push({
      cells: cellsOf(reader, rows.length === 0 ? aligns : undefined),
      lines: linesOf(reader, token),
    });
  }
  const [head, ...body] = rows;
  return { kind: "table", header: head?.cells ?? [], align: aligns, rows: body, lines };
}

function cellsOf(reader: Reader, aligns: Align[] | undefined): readonly (readonly Inline[])[] {
  const cells: (readonly Inline[])[] = [];
  for (;;) {
    const token = reader.tokens[reader.at++];
    if (token === undefined || token.type === "tr_close") return cells;
    if (token.type === "th_open" || token.type === "td_open") {
      aligns?.push(alignOf(token));
      cells.push(trimmed(inlinesUntil(reader, token.type.replace("open", "close"), true)));
    }
  }
}

function alignOf(cell: Token): Align {
  const style = String(cell.attrGet("style") ?? "");
  if (style.endsWith("left")) return "left";
  if (style.endsWith("center")) return "center";
  return style.endsWith("right") ? "right" : "none";
}

function codeOf(token: Token, [first, last]: Lines): Block {
  const text = token.content.replace(/\n$/, "");
  const language = token.info.trim().split(/\s+/, 1)[0] ?? "";
  if (token.type === "code_block") return { kind: "code", language, text, lines: [first, last] };
  const contentLines = newlinesIn(token.content);
  const closed = last - first > contentLines;
  if (closed) return { kind: "code", language, text, lines: [first, last] };
  // Never closed, it runs to the end of what holds it, blank lines and all.
  const kept = text.trimEnd();
  const blankLines = newlinesIn(text.slice(kept.length));
  return { kind: "code", language, text: kept, lines: [first, last - blankLines] };
}

function inlinesUntil(reader: Reader, close: string, cell: boolean): readonly Inline[] {
  let inlines: readonly Inline[] = [];
  for (;;) {
    const token = reader.tokens[reader.at++];
    if (token === undefined || token.type === close) return inlines;
    inlines = inlinesOf(token.children ?? [], {
      cell,
      onAnchor: (name) => reader.anchors.push(name),
      onWikiLink: (target) => reader.wikiLinks.push({ target, line: linesOf(reader, token)[0] }),
      onOpenComment: () => warn(reader, linesOf(reader, token)[0], ...OPEN_COMMENT),
    });
  }
}

const OPEN_COMMENT = [
  "open-comment",
  "A comment is not closed, so it is shown as text",
  "Close it with `-->`.",
] as const;

function noteDepth(reader: Reader, { level, map }: Token): void {
  if (level + 1 < DEEPEST) return;
  const line = reader.firstLine + (map?.[0] ?? 0);
  const message = "Quotes or lists are nested so deeply that the innermost are read as plain lines";
  warn(reader, line, "nested-too-deeply", message, "Nest them less.");
}

/** Once a page: who mends the first finds the others. */
function warn(reader: Reader, line: number, code: string, message: string, remedy: string): void {
  if (reader.faults.some((fault) => fault.code === code)) return;
  reader.faults.push({ line, severity: "warning", code, message, remedy });
}

/** Without white space at the ends, which a vanished comment, anchor or picture leaves behind. */
function trimmed(inlines: readonly Inline[]): readonly Inline[] {
  const isBlank = (inline: Inline): boolean => inline.kind === "text" && inline.text.trim() === "";
  const first = inlines.findIndex((inline) => !isBlank(inline));
  const kept =
    first < 0 ? [] : inlines.slice(first, inlines.findLastIndex((one) => !isBlank(one)) + 1);
  const [head] = kept;
  if (head?.kind === "text") kept[0] = { kind: "text", text: head.text.trimStart() };
  const tail = kept.at(-1);
  if (tail?.kind === "text") kept[kept.length - 1] = { kind: "text", text: tail.text.trimEnd() };
  return kept;
}

function linesOf(reader: Reader, token: Token): Lines {
  const [start, end] = token.map ?? [0, 1];
  return [reader.firstLine + start, reader.firstLine + Math.max(start, end - 1)];
}

function lastLine(children: readonly Block[], first: number): number {
  return children.at(-1)?.lines[1] ?? first;
}
