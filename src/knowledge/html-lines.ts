import type { StateBlock } from "markdown-it";
import { pushParagraph } from "./comments.ts";
import { pushParts } from "./html-parts.ts";

/** Elements that begin a line of their own. */
const OPENS =
  /<\/?(?:article|caption|center|dd|details|div|dl|dt|figcaption|figure|h[1-6]|iframe|li|ol|p|picture|section|summary|table|tbody|td|tfoot|th|thead|tr|ul|video)(?=[\s/>])/y;
const HIDDEN = /<(script|style)(?=[\s>])/y;
/** What is Markdown even where no blank line parts it from the tags above it. */
const MARKDOWN = /```|~~~|[-*+] |\d{1,9}[.)] |#{1,6} |>|\||:::|!!!/y;

/** By element and indent of the container: none that begins above this line is closed inside it. */
const openUntil = new WeakMap<StateBlock, Map<string, number>>();

/**
 * Lines that begin with a tag, up to a blank line, as what their elements mean; scripts and styles
 * vanish with what they hold. A rule for markdown-it's block parser.
 */
export function blockHtml(
  state: StateBlock,
  startLine: number,
  endLine: number,
  silent: boolean,
): boolean {
  const start = lineStart(state, startLine);
  if (state.src[start] !== "<") return false;
  if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false;
  const hidden = matchAt(HIDDEN, state.src, start)?.[1];
  if (hidden !== undefined) return hide(state, { name: hidden, startLine, endLine }, silent);
  if (matchAt(OPENS, state.src, start) === undefined) return false;
  if (silent) return true;
  let end = startLine + 1;
  while (end < endLine && goesOn(state, end)) end++;
  pushParts(state, startLine, state.getLines(startLine, end, state.blkIndent, false));
  state.line = end;
  return true;
}

function goesOn(state: StateBlock, line: number): boolean {
  if (state.isEmpty(line) || (state.sCount[line] ?? 0) < state.blkIndent) return false;
  return matchAt(MARKDOWN, state.src, lineStart(state, line)) === undefined;
}

interface Element {
  readonly name: string;
  readonly startLine: number;
  readonly endLine: number;
}

/** One that is never closed stays text, so that nothing is lost. */
function hide(state: StateBlock, element: Element, silent: boolean): boolean {
  const { name, startLine, endLine } = element;
  const known = openUntil.get(state) ?? new Map<string, number>();
  openUntil.set(state, known);
  const key = `${name} ${state.blkIndent}`;
  if (startLine < (known.get(key) ?? 0)) return false;
  for (let line = startLine; line < endLine; line++) {
    if ((state.sCount[line] ?? 0) < state.blkIndent && !state.isEmpty(line)) {
      known.set(key, line);
      return false;
    }
    const text = state.src.slice(lineStart(state, line), state.eMarks[line]);
    const close = text.indexOf(`</${name}`);
    const end = close < 0 ? -1 : text.indexOf(">", close);
    if (end < 0) continue;
    const behind = text.slice(end + 1).trim();
    if (silent) return true;
    if (behind === "") state.line = line + 1;
    else pushParagraph(state, line, behind);
    return true;
  }
  known.set(key, endLine);
  return false;
}

function lineStart(state: StateBlock, line: number): number {
  return (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}
