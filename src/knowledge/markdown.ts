import MarkdownIt from "markdown-it";
import type { StateBlock, StateInline, Token } from "markdown-it";
import { fencedAdmonition, indentedAdmonition } from "./admonitions.ts";
import { blockComment, inlineComment, pushParagraph } from "./comments.ts";
import { htmlBlock } from "./html-blocks.ts";
import { inlineTag } from "./html-tags.ts";
import {
  componentLine,
  hiddenLines,
  hiddenWords,
  highlight,
  importLine,
  wikiLink,
} from "./site-notations.ts";
import { useLeanTokens } from "./lean-tokens.ts";
import { included, layoutLine } from "./learn-notation.ts";
import { footnote, shortCode, templateLine } from "./templates.ts";

/** `<a name="x"></a>`: an anchor without a word of its own, which many sites write into their headings. */
const ANCHOR =
  /<a\s+(?:name|id)\s*=\s*(?:"([^"<>]*)"|'([^'<>]*)'|([^\s"'=<>`]+))\s*(?:\/>|>\s*<\/a\s*>)/iy;
const LINE_BREAK = /<br\s*\/?>/iy;

/**
 * Inside of this many lists (two levels each) and quotes, a line is a paragraph whatever it looks
 * like. At its own limit markdown-it would leave out the rest of the page without a word.
 */
export const DEEPEST = 60;

const parser = new MarkdownIt({ html: false, linkify: false, maxNesting: DEEPEST + 40 });
useLeanTokens(parser);
// Otherwise an unsafe link would stay as its source, brackets and all.
parser.validateLink = () => true;
parser.block.ruler.before("table", "too_deep", plainLine);
const INTERRUPTING = { alt: ["paragraph", "reference", "blockquote"] };
parser.block.ruler.before("heading", "comment", blockComment, INTERRUPTING);
parser.block.ruler.before("heading", "fenced_admonition", fencedAdmonition, INTERRUPTING);
parser.block.ruler.before("heading", "layout", layoutLine, INTERRUPTING);
parser.block.ruler.before("heading", "indented_admonition", indentedAdmonition, INTERRUPTING);
parser.block.ruler.before("heading", "html", htmlBlock, INTERRUPTING);
parser.block.ruler.before("heading", "import", importLine);
parser.block.ruler.before("heading", "component", componentLine, INTERRUPTING);
parser.block.ruler.before("heading", "hidden_lines", hiddenLines, INTERRUPTING);
parser.block.ruler.before("heading", "template", templateLine, INTERRUPTING);
parser.inline.ruler.before("link", "included", included);
parser.inline.ruler.before("link", "footnote", footnote);
parser.inline.ruler.before("link", "wiki_link", wikiLink);
parser.inline.ruler.before("link", "hidden_words", hiddenWords);
parser.inline.ruler.before("link", "highlight", highlight);
parser.inline.ruler.before("autolink", "comment", inlineComment);
parser.inline.ruler.before("autolink", "short_code", shortCode);
parser.inline.ruler.before("autolink", "html_anchor", htmlTag("html_anchor", ANCHOR));
parser.inline.ruler.before("autolink", "html_break", htmlTag("html_break", LINE_BREAK));
parser.inline.ruler.before("autolink", "html_tag", inlineTag);

/**
 * The tokens of a page, in markdown-it's vocabulary. HTML is text, but for comments, which vanish, and for what only says how
 * words look. Tokens of our own are `html_anchor` (its name in `info`), `html_break` (both with their source in `content`),
 * `html_tag` and `label` (what the paragraph below is, in `content`). Any link is a link here: who reads the tokens decides which are safe.
 */
export function tokensOf(markdown: string): readonly Token[] {
  return parser.parse(markdown, {});
}

function plainLine(state: StateBlock, line: number): boolean {
  if (state.level < DEEPEST) return false;
  const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
  pushParagraph(state, line, state.src.slice(start, state.eMarks[line]));
  return true;
}

function htmlTag(type: string, pattern: RegExp) {
  return (state: StateInline, silent: boolean): boolean => {
    if (state.src[state.pos] !== "<") return false;
    pattern.lastIndex = state.pos;
    const match = pattern.exec(state.src);
    if (match === null || pattern.lastIndex > state.posMax) return false;
    if (!silent) {
      const token = state.push(type, "", 0);
      token.content = match[0];
      token.info = match[1] ?? match[2] ?? match[3] ?? "";
    }
    state.pos += match[0].length;
    return true;
  };
}
