import type { Token } from "markdown-it";
import { inlineText } from "../plain-text.ts";
import type { Inline } from "../types.ts";
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
  let span = root;
  for (const [index, token] of tokens.entries()) {
    if (token.nesting > 0) {
      span = { open: token, children: [] };
      spans.push(span);
    } else if (token.nesting < 0) {
      const closed = span;
      if (spans.length > 1) spans.pop();
      span = spans.at(-1) ?? root;
      if (closed !== span) addAll(span.children, closedSpan(closed, spans.length));
    } else {
      addAll(
        span.children,
        leaf(token, { before: tokens[index - 1], after: tokens[index + 1] }, context),
      );
    }
  }
  return root.children;
}

function closedSpan({ open, children }: Span, depth: number): readonly Inline[] {
  if (children.length === 0 || depth > DEEPEST_MARK) return children;
  switch (open?.type) {
    case "strong_open":
      return [{ kind: "strong", children }];
    case "em_open":
      return [{ kind: "emphasis", children }];
    case "s_open":
      return [{ kind: "strike", children }];
    case "link_open": {
      const href = safeHref(String(open.attrGet("href") ?? ""));
      return href === undefined ? children : [{ kind: "link", href, children }];
    }
    default:
      return children;
  }
}

function leaf(
  token: Token,
  next: { readonly before: Token | undefined; readonly after: Token | undefined },
  context: InlineContext,
): readonly Inline[] {
  switch (token.type) {
    case "text":
    case "text_special":
      if (token.content.includes("<!--")) context.onOpenComment();
      return [{ kind: "text", text: oneLine(token.content) }];
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
    case "image": {
      const alt = oneLine(inlineText(inlinesOf(token.children ?? [], context))).trim();
      const href = safeImageHref(String(token.attrGet("src") ?? ""));
      if (href !== undefined) return [{ kind: "image", href, alt }];
      return [{ kind: "text", text: alt }];
    }
    default:
      return [];
  }
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
