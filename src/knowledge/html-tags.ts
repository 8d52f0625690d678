import type { StateInline } from "markdown-it";

/** Tags that wrap words without being any. Elements that hold no words are among them. */
const WRAPPER =
  /<(\/?)(a|abbr|article|b|big|blockquote|br|caption|center|cite|code|dd|del|details|dfn|div|dl|dt|em|figcaption|figure|font|h[1-6]|hr|i|iframe|ins|kbd|label|li|mark|nobr|ol|p|picture|q|s|samp|section|small|source|span|strike|strong|sub|summary|sup|table|tbody|td|tfoot|th|thead|time|tr|tt|u|ul|var|video|wbr)(?=[\s/>])[^<>]*>/y;
const EMPTY = new Set(["br", "hr", "source", "wbr"]);
/** Words on both sides of these stand apart. */
const APART =
  /^(?:article|blockquote|br|caption|dd|details|div|dt|figcaption|figure|h[1-6]|hr|li|p|section|summary|td|th|tr)$/;
const LINK =
  /<a\s[^<>]{0,200}?href=(?:"([^"<>]{0,2000})"|'([^'<>]{0,2000})')[^<>]{0,300}>([^<>]{1,300})<\/a>/y;
const IMAGE = /<img\s[^<>]*>/y;
const SOURCE = /\ssrc=(?:"([^"]*)"|'([^']*)')/;
const ALT = /\salt=(?:"([^"]*)"|'([^']*)')/;
const HIDDEN = /<(script|style)(?=[\s>])[^<>]*>/y;

/** What is known of the tags of one text, so that many open ones cost one search and not one each. */
interface Seen {
  /** Where the last closing tag of an element begins; -1: there is none. */
  readonly lastClose: Map<string, number>;
  readonly opened: Set<string>;
}

const seenBy = new WeakMap<StateInline, Seen>();

/**
 * HTML inside text: tags that wrap words vanish, links and images are links and images, scripts and
 * styles vanish with what they hold. A tag without its other half stays text, for then it is
 * probably spoken of. A rule for markdown-it's inline parser.
 */
export function inlineHtml(state: StateInline, silent: boolean): boolean {
  if (state.src[state.pos] !== "<") return false;
  return link(state, silent) || image(state, silent) || hidden(state) || wrapper(state, silent);
}

function wrapper(state: StateInline, silent: boolean): boolean {
  const match = matchAt(WRAPPER, state);
  if (match === undefined) return false;
  const [tag, slash, name = ""] = match;
  const { opened } = seenOf(state);
  if (slash === "/") {
    if (!opened.has(name)) return false;
  } else if (!EMPTY.has(name)) {
    if (lastClose(state, name) < state.pos) return false;
    opened.add(name);
  }
  state.pos += tag.length;
  // 10<sup>6</sup> is not 106.
  const power = name === "sup" && slash === "" && /[\d+−-]/.test(state.src[state.pos] ?? "");
  if (!silent && (power || APART.test(name))) state.pending += power ? "^" : " ";
  return true;
}

function link(state: StateInline, silent: boolean): boolean {
  const match = state.linkLevel > 0 ? undefined : matchAt(LINK, state);
  if (match === undefined) return false;
  if (!silent) {
    state.push("link_open", "a", 1).attrs = [["href", match[1] ?? match[2] ?? ""]];
    state.push("text", "", 0).content = match[3] ?? "";
    state.push("link_close", "a", -1);
  }
  state.pos += match[0].length;
  return true;
}

function image(state: StateInline, silent: boolean): boolean {
  const tag = matchAt(IMAGE, state)?.[0];
  if (tag === undefined) return false;
  if (!silent) {
    const source = SOURCE.exec(tag);
    const alt = ALT.exec(tag);
    const token = state.push("image", "img", 0);
    token.attrs = [["src", source?.[1] ?? source?.[2] ?? ""]];
    token.children = [];
    state.md.inline.parse(alt?.[1] ?? alt?.[2] ?? "", state.md, state.env, token.children);
  }
  state.pos += tag.length;
  return true;
}

function hidden(state: StateInline): boolean {
  const match = matchAt(HIDDEN, state);
  if (match === undefined) return false;
  const [tag, name = ""] = match;
  const from = state.pos + tag.length;
  if (lastClose(state, name) < from) return false;
  const close = state.src.indexOf(`</${name}`, from);
  const end = state.src.indexOf(">", close);
  if (end < 0 || end >= state.posMax) return false;
  state.pos = end + 1;
  return true;
}

function lastClose(state: StateInline, name: string): number {
  const seen = seenOf(state).lastClose;
  const known = seen.get(name);
  if (known !== undefined) return known;
  const at = state.src.lastIndexOf(`</${name}>`, state.posMax);
  seen.set(name, at);
  return at;
}

function matchAt(pattern: RegExp, state: StateInline): RegExpExecArray | undefined {
  pattern.lastIndex = state.pos;
  const match = pattern.exec(state.src);
  return match === null || pattern.lastIndex > state.posMax ? undefined : match;
}

function seenOf(state: StateInline): Seen {
  const known = seenBy.get(state);
  if (known !== undefined) return known;
  const seen: Seen = { lastClose: new Map(), opened: new Set() };
  seenBy.set(state, seen);
  return seen;
}
