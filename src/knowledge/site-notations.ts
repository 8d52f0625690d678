import type { StateBlock, StateInline } from "markdown-it";
import { lineText, pushTitles, vanishes } from "./comments.ts";

// What site generators and note-takers write into Markdown beside HTML.

/** Each with its value: `<Your Name>` is somebody's. */
const ATTRIBUTES = String.raw`(?:\s+[A-Za-z_:@-]{1,60}=(?:"[^"<>]*"|'[^'<>]*'|\{[^{}<>]*\}))*`;
/** `<Tabs>`, `</TabItem>`, `<Figure src="x" />`: a component has a name like a type's. */
const COMPONENT = String.raw`<(\/?)([A-Z](?=[A-Z0-9]{0,60}[a-z])[A-Za-z0-9.]{1,60})(${ATTRIBUTES})\s*(\/?)>`;
const ONLY_COMPONENTS = new RegExp(String.raw`^(?:${COMPONENT}\s*)+$`);
const EACH = new RegExp(COMPONENT, "g");
const SHOWN = /\s(?:label|title)=(?:"([^"<>]*)"|'([^'<>]*)')/g;
const IMPORT = /^import (?:[\w*{}$, ]{1,200} from )?(?:"[^"]{1,200}"|'[^']{1,200}');?$/;
const WIKI_LINK =
  /(!?)\[\[([\p{L}\p{N}][^[\]|#\n]{0,200})?(?:#([^[\]|\n]{1,200}))?(?:\|([^[\]\n]{1,200}))?\]\](?![(:])/uy;
/** `%%hidden%%`, but not `for %%i in …`. */
const HIDDEN = /(?<![^\s])%%(?!%)(?:(?!%%)[^\n]){1,2000}%%(?![\p{L}\p{N}%])/uy;
const FENCE = "%%";
const PICTURE = /\.(?:png|jpe?g|gif|svg|webp|pdf|mp4)$/i;

/** A line that loads a component says nothing to who reads. A rule for markdown-it's block parser. */
export function importLine(
  state: StateBlock,
  startLine: number,
  _endLine: number,
  silent: boolean,
): boolean {
  if (!IMPORT.test(lineText(state, startLine).trimEnd())) return false;
  if (!silent) state.line = startLine + 1;
  return true;
}

/**
 * A line of components, of which only labels and titles are shown, in bold. One without attributes is told from `<YourName>` by
 * being closed, there or further on. A rule for markdown-it's block parser.
 */
export function componentLine(
  state: StateBlock,
  startLine: number,
  _endLine: number,
  silent: boolean,
): boolean {
  const line = lineText(state, startLine).trimEnd();
  if (!line.startsWith("<") || !ONLY_COMPONENTS.test(line)) return false;
  const tags = [...line.matchAll(EACH)];
  const isOne = ([, closes, name = "", attributes, ends]: RegExpExecArray): boolean =>
    closes !== "" || attributes !== "" || ends !== "" || isClosed(state, name);
  if (!tags.every(isOne)) return false;
  if (silent) return true;
  const labels = [...line.matchAll(SHOWN)].map(([, double, single]) => double ?? single ?? "");
  pushTitles(state, startLine, labels);
  return true;
}

/** Lines from one that begins a comment of Obsidian to the one that ends it say nothing. A rule for markdown-it's block parser. */
export function hiddenLines(
  state: StateBlock,
  startLine: number,
  endLine: number,
  silent: boolean,
): boolean {
  const first = lineText(state, startLine).trimEnd();
  if (!first.startsWith(FENCE) || first.includes(FENCE, FENCE.length)) return false;
  for (let line = startLine + 1; line < endLine; line++) {
    const text = lineText(state, line).trimEnd();
    if (!text.includes(FENCE)) continue;
    if (!text.endsWith(FENCE)) return false;
    if (!silent) state.line = line + 1;
    return true;
  }
  return false;
}

/** `%%…%%` is a note to whoever writes. A rule for markdown-it's inline parser. */
export function hiddenWords(state: StateInline, silent: boolean): boolean {
  return vanishes(state, silent, HIDDEN);
}

/** `==Words==` are the words. A rule for markdown-it's inline parser. */
export function highlight(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state;
  if (!src.startsWith(MARK, pos)) return false;
  const open = marked.get(state);
  const closes = open === true && /\S/.test(src[pos - 1] ?? " ");
  MARKED.lastIndex = pos;
  const opens = open !== true && MARKED.test(src) && MARKED.lastIndex <= state.posMax;
  if (!closes && !opens) return false;
  if (!silent) marked.set(state, opens);
  state.pos += MARK.length;
  return true;
}

const MARK = "==";
const MARKED = /(?<![\p{L}\p{N}=])==(?=[^\s=])(?:(?!==)[^\n]){0,500}[^\s=]==(?![\p{L}\p{N}=])/uy;
/** Whether a highlight is open in a text. */
const marked = new WeakMap<StateInline, boolean>();

const closedIn = new WeakMap<StateBlock["env"] & object, Map<string, boolean>>();

/** Whether a component is closed anywhere on the page; looked for once. */
function isClosed({ src, env }: StateBlock, name: string): boolean {
  const known = closedIn.get(env) ?? new Map<string, boolean>();
  closedIn.set(env, known);
  const closed = known.get(name) ?? src.includes(`</${name}>`);
  known.set(name, closed);
  return closed;
}

/**
 * `[[Page]]`, `[[Page#Heading]]` and `[[Page|words]]`, of which the words are shown; `![[picture.png]]` vanishes. What stands
 * behind a word (`x[[1]]`) is none. A rule for markdown-it's inline parser.
 */
export function wikiLink(state: StateInline, silent: boolean): boolean {
  WIKI_LINK.lastIndex = state.pos;
  const match = WIKI_LINK.exec(state.src);
  if (match === null || WIKI_LINK.lastIndex > state.posMax) return false;
  const [source, embeds, page = "", heading = "", words] = match;
  const isNumber = /^\d*$/.test(page) && heading === "";
  if (isNumber || /[\w\]]$/.test(state.src.slice(Math.max(0, state.pos - 1), state.pos)))
    return false;
  if (!silent) {
    const named = [page, heading].filter((part) => part !== "").join(" › ");
    const token = state.push("wiki_link", "", 0);
    token.content = embeds !== "" && PICTURE.test(page) ? "" : (words ?? named);
    token.info = heading === "" ? page : `${page}#${heading}`;
  }
  state.pos += source.length;
  return true;
}
