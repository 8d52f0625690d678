import type { StateInline } from "markdown-it";

/** What becomes of the words inside of a tag, or of the tag itself; each is what a web page would show. */
type Meaning =
  | "code"
  | "strong"
  | "emphasis"
  /** Its words hold no longer: nobody is answered with them. */
  | "withdrawn"
  | "link"
  | "image"
  /** It stands above what it is written beside. */
  | "raised"
  /** Its words are text like any other, */
  | "plain"
  /** and apart from those before and after it. */
  | "apart";

const MEANINGS: ReadonlyMap<string, Meaning> = new Map(
  (
    [
      ["code", "code kbd samp tt"],
      ["strong", "b strong summary"],
      ["emphasis", "i em cite dfn var"],
      ["withdrawn", "s del strike"],
      ["link", "a"],
      ["image", "img"],
      ["raised", "sup"],
      ["plain", "abbr big font ins mark picture q small source span sub u wbr"],
      [
        "apart",
        "blockquote caption center dd details div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li ol p pre table tbody td tfoot th thead tr ul",
      ],
    ] as const
  ).flatMap(([meaning, names]) => names.split(" ").map((name) => [name, meaning] as const)),
);

const ATTRIBUTES = String.raw`(?:\s+[a-z_:@][a-z0-9_:.@-]{0,60}(?:\s*=\s*(?:"[^"]{0,2000}"|'[^']{0,2000}'|[^\s"'=<>\x60]{1,2000}))?)*`;
const TAG_SOURCE = String.raw`<(\/?)([a-z][a-z0-9]{0,9})(${ATTRIBUTES})\s*\/?>`;
const TAG = new RegExp(TAG_SOURCE, "iy");
const TAGS = new RegExp(TAG_SOURCE, "gi");
const ATTRIBUTE = /(?<=\s)([a-z_:@][a-z0-9_:.@-]*)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+))/gi;

export function meaningOf(name: string): Meaning | undefined {
  return MEANINGS.get(name);
}

/** A text without its tags that only say how words look, all others as they stand; where `<br>` breaks a line, the line ends. */
export function withoutTags(text: string): string {
  return text.replaceAll(TAGS, (tag: string, _slash: string, name: string) => {
    if (/^br$/i.test(name)) return "\n";
    return MEANINGS.has(name.toLowerCase()) ? "" : tag;
  });
}

/**
 * A tag that only says how words look: a token `html_tag` with its name in `tag`, its attributes, and `/` in `markup` where it
 * closes. All others are text, as `<your name>` is. A rule for markdown-it's inline parser.
 */
export function inlineTag(state: StateInline, silent: boolean): boolean {
  if (state.src[state.pos] !== "<") return false;
  TAG.lastIndex = state.pos;
  const match = TAG.exec(state.src);
  if (match === null || TAG.lastIndex > state.posMax) return false;
  const [source, slash = "", said = "", attributes = ""] = match;
  const name = said.toLowerCase();
  if (!MEANINGS.has(name)) return false;
  if (!silent) {
    const token = state.push("html_tag", name, 0);
    token.markup = slash;
    for (const [, key = "", ...values] of attributes.matchAll(ATTRIBUTE)) {
      const value = state.md.utils.unescapeAll(values.find((one) => one !== undefined) ?? "");
      token.attrSet(key.toLowerCase(), isAddress(key) ? state.md.normalizeLink(value) : value);
    }
  }
  state.pos += source.length;
  return true;
}

function isAddress(key: string): boolean {
  return /^(?:href|src)$/i.test(key);
}
