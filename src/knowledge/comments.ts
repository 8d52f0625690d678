import type { StateBlock, StateInline } from "markdown-it";

const START = "<!--";
const END = "-->";

/**
 * What is known of the comments of one parser state, so that many open ones cost one search and not
 * one each.
 */
interface Seen {
  /** The end found last, and from where it was looked for; -1: there is none. */
  from: number;
  end: number;
  /** By indent of the container: no comment that begins above this line is closed inside it. */
  readonly openUntil: Map<number, number>;
}

const seenBy = new WeakMap<StateBlock | StateInline, Seen>();

/**
 * A comment that begins a line takes its lines, blank ones too; text behind its end is a paragraph.
 * One that is never closed stays text, so that nothing is lost. A rule for markdown-it's block
 * parser.
 */
export function blockComment(
  state: StateBlock,
  startLine: number,
  endLine: number,
  silent: boolean,
): boolean {
  const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false;
  if (!state.src.startsWith(START, start)) return false;
  const end = commentEnd(state, start);
  if (end < 0 || end > (state.eMarks[endLine - 1] ?? 0)) return false;
  const last = lastLine(state, startLine, end);
  if (last === undefined) return false;

  const behind = state.src.slice(end, state.eMarks[last]).trim();
  if (behind !== "" && last === startLine) return false;
  if (silent) return true;
  if (behind === "") state.line = last + 1;
  else pushParagraph(state, last, behind);
  return true;
}

/** A line without its indent; empty where it is indented code. */
export function lineText(state: StateBlock, line: number): string {
  if ((state.sCount[line] ?? 0) - state.blkIndent >= 4) return "";
  return state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]);
}

/** One line of its own as a paragraph. */
export function pushParagraph(state: StateBlock, line: number, content: string): void {
  state.push("paragraph_open", "p", 1).map = [line, line + 1];
  const inline = state.push("inline", "", 0);
  inline.content = content;
  inline.map = [line, line + 1];
  inline.children = [];
  state.push("paragraph_close", "p", -1);
  state.line = line + 1;
}

/** In the place of a line of notations their titles, in bold; nothing where they have none. */
export function pushTitles(state: StateBlock, line: number, titles: readonly string[]): void {
  if (titles.length > 0) pushParagraph(state, line, `**${titles.join(" · ")}**`);
  else state.line = line + 1;
}

/** What a sticky expression finds at this place says nothing. For rules of markdown-it's inline parser. */
export function vanishes(state: StateInline, silent: boolean, pattern: RegExp): boolean {
  pattern.lastIndex = state.pos;
  const [source] = pattern.exec(state.src) ?? [];
  if (source === undefined || pattern.lastIndex > state.posMax) return false;
  if (!silent) state.push("comment", "", 0);
  state.pos += source.length;
  return true;
}

/** A comment inside text. A rule for markdown-it's inline parser. */
export function inlineComment(state: StateInline, silent: boolean): boolean {
  if (!state.src.startsWith(START, state.pos)) return false;
  const end = commentEnd(state, state.pos);
  if (end < 0 || end > state.posMax) return false;
  if (!silent) state.push("comment", "", 0);
  state.pos = end;
  return true;
}

/**
 * The offset behind the comment that begins at `start`; -1: it is never closed. `<!-->` is a whole
 * comment, as in HTML.
 */
function commentEnd(state: StateBlock | StateInline, start: number): number {
  const seen = seenOf(state);
  const inside = start + 2;
  if (seen.from > inside || (seen.end >= 0 && seen.end < inside)) {
    seen.from = inside;
    seen.end = state.src.indexOf(END, inside);
  }
  return seen.end < 0 ? -1 : seen.end + END.length;
}

/**
 * The line that holds offset `end`; undefined where the list item or quote around the comment ends
 * before.
 */
function lastLine(state: StateBlock, startLine: number, end: number): number | undefined {
  const { openUntil } = seenOf(state);
  if (startLine < (openUntil.get(state.blkIndent) ?? 0)) return undefined;
  let last = startLine;
  while ((state.eMarks[last] ?? end) < end) {
    last++;
    if ((state.sCount[last] ?? 0) < state.blkIndent && !state.isEmpty(last)) {
      openUntil.set(state.blkIndent, last);
      return undefined;
    }
  }
  return last;
}

function seenOf(state: StateBlock | StateInline): Seen {
  const known = seenBy.get(state);
  if (known !== undefined) return known;
  const seen: Seen = { from: Number.POSITIVE_INFINITY, end: -1, openUntil: new Map() };
  seenBy.set(state, seen);
  return seen;
}
