import type { StateBlock } from "markdown-it";
import { lineText } from "./comments.ts";
import { withoutTags } from "./html-tags.ts";

/** What a block of HTML spans: its source without what its list or quote puts before each line, and behind which line it ends. */
interface Span {
  readonly source: string;
  readonly end: number;
}

const OPEN = /^<(table|pre|h[1-6])(?=[\s>])[^<>]*>/i;
const ROW = /<tr(?=[\s>])[^<>]*>((?:(?!<\/?tr[\s>])[^])*)/gi;
const CELL = /<(t[hd])(?=[\s>])[^<>]*>((?:(?!<\/?t[hd][\s>])[^])*)/gi;
const CAPTION = /<caption(?=[\s>])[^<>]*>((?:(?!<\/?caption[\s>])[^])*)<\/caption\s*>/i;
const CLOSE = /^<\/[a-z0-9]+\s*>/i;
/** What a cell of Markdown cannot hold, or a table of rows and columns. */
const NO_CELL =
  /<(?:pre|ul|ol|li|h[1-6])[\s>]|\n[ \t]*\n|```|~~~|\b(?:row|col)span\s*=\s*["']?(?:[2-9]|1\d)/i;
const CODE = /<code>([^<>`]+)<\/code>/gi;
const FENCE = /^ {0,3}(?:```|~~~)/m;
const BLANK_LINE = /\n[ \t]*\n/;

/**
 * `<table>`, `<pre>` and `<h1>` to `<h6>` as the blocks that Markdown has for them, up to where they are closed. What is never
 * closed is text, so that nothing is lost. A rule for markdown-it's block parser.
 */
export function htmlBlock(
  state: StateBlock,
  startLine: number,
  endLine: number,
  silent: boolean,
): boolean {
  const line = lineText(state, startLine);
  if (!line.startsWith("<")) return false;
  const name = OPEN.exec(line)?.[1]?.toLowerCase();
  if (name === undefined) return false;
  const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  const span = spanOf(state, { name, start, startLine, endLine });
  if (span === undefined) return false;
  if (name === "table") return pushTable(state, startLine, span, silent);
  if (!silent) (name === "pre" ? pushCode : pushHeading)(state, startLine, span);
  return true;
}

/** Undefined where it is not closed, where it holds another of its kind, or where something else follows in its last line. */
function spanOf(
  state: StateBlock,
  {
    name,
    start,
    startLine,
    endLine,
  }: {
    readonly name: string;
    readonly start: number;
    readonly startLine: number;
    readonly endLine: number;
  },
): Span | undefined {
  const close = closeOf(state, name, start);
  if (close === undefined || close > (state.eMarks[endLine - 1] ?? 0)) return undefined;
  const inside = state.src.slice(start + 1, close);
  if (new RegExp(`<${name}[\\s>]`, "i").test(inside)) return undefined;
  let last = startLine;
  while ((state.eMarks[last] ?? close) < close) {
    last++;
    if ((state.sCount[last] ?? 0) < state.blkIndent && !state.isEmpty(last)) return undefined;
  }
  const behind = state.src.slice(close, state.eMarks[last]);
  if (withoutTags(behind.replace(CLOSE, "")).trim() !== "") return undefined;
  // Where comments stood there are blanks, so that all lines are where they were.
  const source = withoutComments(state.getLines(startLine, last + 1, state.blkIndent, false));
  return holdsProse(name, source) ? undefined : { source, end: last + 1 };
}

function withoutComments(source: string): string {
  let shown = "";
  let at = 0;
  for (;;) {
    const start = source.indexOf("<!--", at);
    const end = start < 0 ? -1 : source.indexOf("-->", start + 4) + 3;
    if (end < 3) return shown + source.slice(at);
    shown += source.slice(at, start) + source.slice(start, end).replaceAll(/[^\n]/g, " ");
    at = end;
  }
}

/** Whether the tag is only spoken of, and what would close it stands in another part of the page. */
function holdsProse(name: string, source: string): boolean {
  if (name === "table") return false;
  return name === "pre" ? FENCE.test(source) : BLANK_LINE.test(source.trim());
}

/** Where each name is closed next; looked for once, and not from each of many that are never closed. */
const closesBy = new WeakMap<StateBlock, Map<string, { from: number; at: number | undefined }>>();

function closeOf(state: StateBlock, name: string, from: number): number | undefined {
  const closes = closesBy.get(state) ?? new Map();
  closesBy.set(state, closes);
  const known = closes.get(name);
  if (known !== undefined && known.from <= from && (known.at ?? Infinity) > from) return known.at;
  const close = new RegExp(`</${name}\\s*>`, "gi");
  close.lastIndex = from;
  const at = close.exec(state.src)?.index;
  closes.set(name, { from, at });
  return at;
}

function pushTable(
  state: StateBlock,
  startLine: number,
  { source, end }: Span,
  silent: boolean,
): boolean {
  const rows = [...source.matchAll(ROW)];
  if (rows.length === 0 || !isPlainTable(source)) return false;
  if (silent) return true;
  pushCaption(state, startLine, source);
  const lineAt = createLineCount(source, startLine);
  open(state, "table_open", "table", [startLine, end]);
  for (const [index, row] of rows.entries()) {
    const cells = [...(row[1] ?? "").matchAll(CELL)];
    const first = lineAt(row.index);
    const map: Lines = [first, lineAt(row.index + row[0].trimEnd().length) + 1];
    // A first row of figures is no header.
    if (index === 0 && cells.some(([, kind]) => kind?.toLowerCase() === "td")) {
      open(state, "tr_open", "tr", [first, first + 1]);
      state.push("tr_close", "tr", -1);
    }
    open(state, "tr_open", "tr", map);
    for (const [, , content = ""] of cells) {
      state.push("td_open", "td", 1);
      pushInline(state, content, map);
      state.push("td_close", "td", -1);
    }
    state.push("tr_close", "tr", -1);
  }
  state.push("table_close", "table", -1);
  state.line = end;
  return true;
}

/** Whether all words of a table stand in cells that hold words only, or in its caption: none may be lost. */
function isPlainTable(source: string): boolean {
  const besideCells = source
    .replace(CAPTION, "")
    .replaceAll(ROW, (row) => row.replaceAll(CELL, ""));
  const isMore = [...source.matchAll(CELL)].some(([cell]) => NO_CELL.test(cell.trim()));
  return !isMore && withoutTags(besideCells).trim() === "";
}

function pushCaption(state: StateBlock, startLine: number, source: string): void {
  const caption = CAPTION.exec(source);
  if (caption === null) return;
  const lineAt = createLineCount(source, startLine);
  const map: Lines = [lineAt(caption.index), lineAt(caption.index + caption[0].length) + 1];
  open(state, "paragraph_open", "p", map);
  pushInline(state, caption[1] ?? "", map);
  state.push("paragraph_close", "p", -1);
}

function pushHeading(state: StateBlock, line: number, { source, end }: Span): void {
  const name = (OPEN.exec(source.trimStart())?.[1] ?? "h1").toLowerCase();
  open(state, "heading_open", name, [line, end]);
  // Its id stays: it is a tag that says nothing, as any that stands around words.
  const tag = new RegExp(`<(/?)${name}(?=[\\s>])([^<>]*)>`, "gi");
  pushInline(state, source.replaceAll(tag, "<$1span$2>"), [line, end]);
  state.push("heading_close", name, -1);
  state.line = end;
}

function pushCode(state: StateBlock, line: number, { source, end }: Span): void {
  const token = state.push("code_block", "code", 0);
  token.content = state.md.utils
    .unescapeAll(withoutTags(source).replaceAll("\\", "\\\\"))
    .replace(/^\n/, "");
  token.map = [line, end];
  state.line = end;
}

type Lines = [first: number, behind: number];

function open(state: StateBlock, type: string, tag: string, map: Lines): void {
  state.push(type, tag, 1).map = map;
}

/** In one line: where the source breaks a line, HTML has a space. */
function pushInline(state: StateBlock, content: string, map: Lines): void {
  const token = state.push("inline", "", 0);
  token.content = content
    .replaceAll(CODE, (tagged, code: string) => (code.trim() === "" ? tagged : `\`${code}\``))
    .replaceAll(/\s+/g, " ")
    .trim();
  token.map = map;
  token.children = [];
}

/** The line of each of growing offsets. */
function createLineCount(source: string, first: number): (offset: number) => number {
  let line = first;
  let counted = 0;
  return (offset) => {
    for (; counted < offset; counted++) if (source[counted] === "\n") line++;
    return line;
  };
}
