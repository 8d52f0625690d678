import type { StateBlock } from "markdown-it";
import { lineText, pushParagraph } from "./comments.ts";
import { labelOf } from "./notations.ts";

const KIND =
  /^(?:abstract|attention|bug|caution|danger|error|example|failure|hint|important|info|note|question|quote|seealso|success|summary|tip|warning)$/i;
const FENCE = /^:{3,}[ \t]*(?:([a-z]{2,20})(?![\w-])[ \t]*(.*))?$/i;
const INDENTED =
  /^(?:(?:!!!|\?\?\?\+?)[ \t]+([a-z]{2,20})[ \w-]{0,60}(?:"([^"]{0,200})")?|===[!+]?[ \t]+"([^"]{1,200})")[ \t]*$/i;

/**
 * `:::warning Title` and the `:::` that ends it: both lines vanish, but for the title, a paragraph
 * in bold, or else a token `label` for what stands below. A rule for markdown-it's block parser.
 */
export function fencedAdmonition(
  state: StateBlock,
  startLine: number,
  _endLine: number,
  silent: boolean,
): boolean {
  const line = lineText(state, startLine);
  if (!line.startsWith(":::")) return false;
  const match = FENCE.exec(line.trimEnd());
  if (match === null) return false;
  const kind = match[1] ?? "";
  if (kind !== "" && kind !== "details" && !KIND.test(kind)) return false;
  if (silent) return true;
  state.line = startLine + 1;
  if (kind !== "") pushTitle(state, startLine, { kind, title: titleOf(match[2] ?? "") });
  return true;
}

/**
 * `!!! warning "Title"`, and a tab, `=== "Title"`, with what is indented below it: the same, and the
 * lines below are read without their indent. A rule for markdown-it's block parser.
 */
export function indentedAdmonition(
  state: StateBlock,
  startLine: number,
  endLine: number,
  silent: boolean,
): boolean {
  const line = lineText(state, startLine);
  if (!/^(?:!!!|\?\?\?|===)/.test(line)) return false;
  const match = INDENTED.exec(line);
  if (match === null || (match[1] !== undefined && match[2] === undefined && !KIND.test(match[1])))
    return false;
  const indent = (state.sCount[startLine] ?? 0) + 4;
  const next = state.skipEmptyLines(startLine + 1);
  if (next >= endLine || (state.sCount[next] ?? 0) < indent) return false;
  if (silent) return true;

  const [, kind = "", title, tab] = match;
  if (title !== "") pushTitle(state, startLine, { kind, title: title ?? tab ?? "" });
  const outer = state.blkIndent;
  state.blkIndent = indent;
  state.level++;
  state.md.block.tokenize(state, startLine + 1, endLine);
  state.level--;
  state.blkIndent = outer;
  return true;
}

function pushTitle(
  state: StateBlock,
  line: number,
  { kind, title }: { readonly kind: string; readonly title: string },
): void {
  const next = state.line;
  const named = KIND.test(kind);
  if (title === "") {
    if (!named) return;
    const token = state.push("label", "", 0);
    token.content = labelOf(kind);
    token.map = [line, line + 1];
    return;
  }
  const says = title.toLowerCase().includes(kind.toLowerCase());
  pushParagraph(state, line, bold(named && !says ? `${labelOf(kind)} ${title}` : title));
  state.line = next;
}

/** `[Title]`, `Title` and `Title {.attributes}`. */
function titleOf(text: string): string {
  const bare = text.endsWith("}") ? text.slice(0, Math.max(0, text.indexOf("{"))).trim() : text;
  return bare.startsWith("[") && bare.endsWith("]") ? bare.slice(1, -1).trim() : bare;
}

/** In bold, and with a colon where no mark ends it. */
function bold(text: string): string {
  const ended = /[.?!:;,…]$/u.test(text) ? text : `${text}:`;
  return text.includes("*") ? ended : `**${ended}**`;
}
