import type { StateBlock, StateInline } from "markdown-it";
import { lineText, pushTitles, vanishes } from "./comments.ts";

// Short codes of Hugo, tags of GitBook and Liquid, comments and exports of MDX, and footnotes.

/** `{{< note >}}`, `{{% /note %}}` */
const SHORT_CODE = String.raw`\{\{(?:<[^\n{}]{0,500}>|%[^\n{}]{0,500}%)\}\}`;
/** `{% hint style="info" %}` */
const TAG = String.raw`\{%[^\n{}]{0,500}%\}`;
/** What MDX writes between `{/*` and its end. */
const NOTE = String.raw`\{/\*(?:(?!\*/)[^\n]){0,1000}\*/\}`;
const EXPORT = String.raw`export const \w{1,60} = .{1,500};`;
const ONLY_TAGS = new RegExp(
  String.raw`^(?:(?:(?:${SHORT_CODE}|${TAG}|${NOTE})[ \t]*)+|${EXPORT})$`,
);
const SHORT_CODE_HERE = new RegExp(SHORT_CODE, "y");
const TITLE = /\s(?:title|label|caption)="([^"{}]{1,200})"/g;
/** `[^1]: ` begins a note, `[^1]` points to it; after a space only a number is sure to (`[^a-z]` is an expression). */
const FOOTNOTE = /\[\^(?:\d{1,4}|[\w-]{1,60})\](:[ \t]*)?/y;

/** A line of short codes or tags, of which only titles are shown, in bold. A rule for markdown-it's block parser. */
export function templateLine(
  state: StateBlock,
  startLine: number,
  _endLine: number,
  silent: boolean,
): boolean {
  const line = lineText(state, startLine).trimEnd();
  if (!/^(?:\{|export )/.test(line) || !ONLY_TAGS.test(line)) return false;
  if (silent) return true;
  const titles = [...line.matchAll(TITLE)].map(([, title = ""]) => title);
  pushTitles(state, startLine, titles);
  return true;
}

/** A short code among words says nothing. A rule for markdown-it's inline parser. */
export function shortCode(state: StateInline, silent: boolean): boolean {
  return vanishes(state, silent, SHORT_CODE_HERE);
}

/** The mark of a footnote says nothing; the note's own words stay. A rule for markdown-it's inline parser. */
export function footnote(state: StateInline, silent: boolean): boolean {
  if (!state.src.startsWith("[^", state.pos)) return false;
  FOOTNOTE.lastIndex = state.pos;
  const [mark = "", colon] = FOOTNOTE.exec(state.src) ?? [];
  const before = state.src[state.pos - 1] ?? "\n";
  const isNote = before === "\n" && colon !== undefined;
  const points = colon === undefined && (/\S/.test(before) || /^\[\^\d+\]$/.test(mark));
  return (isNote || points) && vanishes(state, silent, FOOTNOTE);
}
