import type { Token } from "markdown-it";
import { inlineText } from "../plain-text.ts";
import type { Inline } from "../types.ts";
import { meaningOf } from "./html-tags.ts";
import { safeHref, safeImageHref } from "./safe-href.ts";

/**
 * Marks nested deeper than this are dropped and their words kept, so that no reader of the tree
 * recurses without end.
 */
const DEEPEST_MARK = 12;

export interface InlineContext {
  /**
   * In a table's cell `<br>` breaks the line; elsewhere only where the source's line ends too, and
   * else it is a space: breaks count lines.
   */
  readonly cell: boolean;
  /** Called with the name of every HTML anchor. */
  readonly onAnchor: (name: string) => void;
  /** Called with where a link of a wiki leads: `Page#Heading`, either alone. */
  readonly onWikiLink: (target: string) => void;
  /** Called where a comment begins that never ends, and so is text. */
  readonly onOpenComment: () => void;
}

interface Span {
  readonly open?: Token;
  readonly children: Inline[];
}

/**
 * markdown-it's flat inline tokens as a tree: adjacent texts are one, empty marks are gone, unsafe
 * links are their words.
 */
export function inlinesOf(tokens: readonly Token[], context: InlineContext): readonly Inline[] {
  const root: Span = { children: [] };
  const spans = [root];
  const top = (): Span => spans.at(-1) ?? root;
  const close = (as: (span: Span, depth: number) => readonly Inline[]): void => {
    if (spans.length === 1) return;
    const closed = spans.pop() ?? root;
    addAll(top().children, as(closed, spans.length));
  };
  /** HTML that is not closed where its surroundings end marks nothing. */
  const dropHtml = (): void => {
    while (top().open?.type === "html_tag") close(({ children }) => children);
  };
  for (const [index, token] of tokens.entries()) {
    if (token.type === "html_tag") noteAnchor(token, context);
    if (token.nesting > 0) {
      spans.push({ open: token, children: [] });
    } else if (token.nesting < 0) {
      dropHtml();
      close(closedSpan);
    } else if (token.type === "html_tag" && marks(token)) {
      if (token.markup === "") {
        if (spans.length <= DEEPEST_MARK) spans.push({ open: token, children: [] });
      } else if (isOpen(spans, token.tag)) {
        while (top().open?.tag !== token.tag) close(({ children }) => children);
        close(closedSpan);
      }
    } else {
      addAll(top().children, leaf(tokens, index, context));
    }
  }
  dropHtml();
  return root.children;
}

function noteAnchor(token: Token, { onAnchor }: InlineContext): void {
  const name = token.attrGet("id") ?? (token.tag === "a" ? token.attrGet("name") : null);
  if (name !== null) onAnchor(String(name));
}

function marks({ tag }: Token): boolean {
  const meaning = meaningOf(tag);
  return meaning !== "plain" && meaning !== "apart" && meaning !== "raised" && meaning !== "image";
}

/** Whether a tag of HTML is open, and no mark-up of Markdown inside of it. */
function isOpen(spans: readonly Span[], tag: string): boolean {
  const outer = spans.findLastIndex(({ open }) => open?.type !== "html_tag");
  return spans.slice(outer + 1).some(({ open }) => open?.tag === tag);
}

function closedSpan({ open, children }: Span, depth: number): readonly Inline[] {
  if (children.length === 0 || depth > DEEPEST_MARK) return children;
  switch (open?.type) {
    case "strong_open":
      return [{ kind: "strong", children }];
    case "em_open":
      return [{ kind: "emphasis", children }];
    case "s_open":
      return breaksOf(children);
    case "link_open":
      return linkTo(open, children);
    case "html_tag":
      return marked(open, children);
    default:
      return children;
  }
}

function linkTo(open: Token, children: readonly Inline[]): readonly Inline[] {
  const href = safeHref(String(open.attrGet("href") ?? ""));
  return href === undefined ? children : [{ kind: "link", href, children }];
}

/** What is left of words that are struck out: the ends of their lines, by which the others' lines are counted. */
function breaksOf(children: readonly Inline[]): readonly Inline[] {
  return children.flatMap((inline): readonly Inline[] => {
    if (inline.kind === "break") return [{ kind: "break", hard: false }];
    return "children" in inline ? breaksOf(inline.children) : [];
  });
}

function marked(open: Token, children: readonly Inline[]): readonly Inline[] {
  const meaning = meaningOf(open.tag);
  switch (meaning) {
    case "code":
      return [{ kind: "code", text: inlineText(children) }];
    case "withdrawn":
      return breaksOf(children);
    case "strong":
    case "emphasis":
      return [{ kind: meaning, children }];
    case "link":
      return linkTo(open, children);
    default:
      return children;
  }
}

function leaf(tokens: readonly Token[], index: number, context: InlineContext): readonly Inline[] {
  const token = tokens[index];
  const next = { before: tokens[index - 1], after: tokens[index + 1] };
  switch (token?.type) {
    case "text":
    case "text_special":
      if (token.content.includes("<!--")) context.onOpenComment();
      return [{ kind: "text", text: oneLine(token.content) }];
    case "wiki_link":
      context.onWikiLink(token.info);
      return token.content === "" ? [] : [{ kind: "text", text: oneLine(token.content) }];
    case "code_inline":
      return [{ kind: "code", text: token.content }];
    case "softbreak":
      return [{ kind: "break", hard: next.before?.type === "html_break" }];
    case "hardbreak":
      return [{ kind: "break", hard: true }];
    case "html_break":
      if (context.cell) return [{ kind: "break", hard: true }];
      if (next.after === undefined || next.after.tag === "br") return [];
      return [{ kind: "text", text: " " }];
    case "html_anchor":
      context.onAnchor(token.info);
      return [];
    case "html_tag": {
      const meaning = meaningOf(token.tag);
      const alt = String(token.attrGet("alt") ?? "");
      // Without words it is there to be looked at.
      if (meaning === "image") return alt.trim() === "" ? [] : imageOf(token, alt);
      const power = meaning === "raised" && token.markup === "" && /\w$/.test(textOf(next.before));
      if (power) return [{ kind: "text", text: "^" }];
      return isBetween(tokens, index) ? [{ kind: "text", text: " " }] : [];
    }
    case "image":
      return imageOf(token, inlineText(inlinesOf(token.children ?? [], context)));
    default:
      return [];
  }
}

function imageOf(token: Token, words: string): readonly Inline[] {
  const alt = oneLine(words).trim();
  const href = safeImageHref(String(token.attrGet("src") ?? ""));
  return [href === undefined ? { kind: "text", text: alt } : { kind: "image", href, alt }];
}

/** Whether a tag alone keeps two words apart: several of them are one, and where a line ends nothing is needed. */
function isBetween(tokens: readonly Token[], index: number): boolean {
  const isApart = (at: number): boolean => meaningOf(tokens[at]?.tag ?? "") === "apart";
  if (!isApart(index)) return false;
  let first = index - 1;
  while (tokens[first]?.type === "html_tag" && !isApart(first)) first--;
  const before = tokens[first];
  if (before === undefined || before.tag === "br" || isApart(first)) return false;
  let last = index + 1;
  while (tokens[last]?.type === "html_tag") last++;
  const after = tokens[last];
  if (after === undefined || after.tag === "br") return false;
  return !/\s$/.test(textOf(before)) && !/^\s/.test(textOf(after));
}

function textOf(token: Token | undefined): string {
  return token?.type === "text" ? token.content : "";
}

/** Appends, joining text to text. */
function addAll(children: Inline[], added: readonly Inline[]): void {
  for (const inline of added) {
    const last = children.at(-1);
    if (inline.kind === "text" && last?.kind === "text") {
      children[children.length - 1] = { kind: "text", text: last.text + inline.text };
    } else if (inline.kind !== "text" || inline.text !== "") {
      children.push(inline);
    }
  }
}

/** An entity may hold a line break (`&#10;`), but only breaks of the source may count as lines. */
function oneLine(text: string): string {
  return text.includes("\n") ? text.replaceAll("\n", " ") : text;
}
