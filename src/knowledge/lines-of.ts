import type { Block, Inline, Lines } from "../types.ts";

type Paragraph = Extract<Block, { kind: "paragraph" | "heading" }>;

/** How many lines end in `text`. */
export function newlinesIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count++;
  return count;
}

/**
 * The part of an inline tree between two offsets of its `inlineText` (UTF-16, `end` exclusive),
 * with the marks and links around it. An image stays whole if any of its alternative text is
 * inside. Parts of text that end up empty are left out.
 */
export function sliceInlines(
  inlines: readonly Inline[],
  start: number,
  end: number,
): readonly Inline[] {
  return slice(inlines, { start, end, at: 0 });
}

interface Cut {
  readonly start: number;
  readonly end: number;
  /** The offset that has been reached. */
  at: number;
}

function slice(inlines: readonly Inline[], cut: Cut): readonly Inline[] {
  const kept: Inline[] = [];
  for (const inline of inlines) {
    if (cut.at >= cut.end) break;
    const from = cut.at;
    switch (inline.kind) {
      case "text":
      case "code": {
        cut.at += inline.text.length;
        const text = inline.text.slice(Math.max(0, cut.start - from), Math.max(0, cut.end - from));
        if (text !== "") kept.push({ kind: inline.kind, text });
        break;
      }
      case "image":
      case "break":
        cut.at += inline.kind === "image" ? inline.alt.length : 1;
        if (from >= cut.start || cut.at > cut.start) kept.push(inline);
        break;
      default: {
        const children = slice(inline.children, cut);
        if (children.length > 0) kept.push({ ...inline, children });
      }
    }
  }
  return kept;
}

/**
 * The lines on which the words between two offsets of a paragraph's `inlineText` stand. A break in
 * the tree is a line's end in the source. A line that ends inside a code span, a link's address or
 * a comment leaves no break; then the answer is as narrow as can be said for sure, and always holds
 * the words.
 */
export function linesWithin(paragraph: Paragraph, start: number, end: number): Lines {
  const [first, last] = paragraph.lines;
  const counted = { before: 0, within: 0, all: 0 };
  countBreaks(paragraph.children, { start, end, at: 0 }, counted);
  // More breaks than lines: a cell's `<br>`. Fewer: line ends that left no break.
  const unseen = Math.max(0, last - first - counted.all);
  const from = Math.min(last, first + counted.before);
  return [from, Math.min(last, from + counted.within + unseen)];
}

function countBreaks(
  inlines: readonly Inline[],
  cut: Cut,
  counted: { before: number; within: number; all: number },
): void {
  for (const inline of inlines) {
    switch (inline.kind) {
      case "text":
      case "code":
        cut.at += inline.text.length;
        break;
      case "image":
        cut.at += inline.alt.length;
        break;
      case "break":
        counted.all++;
        if (cut.at < cut.start) counted.before++;
        else if (cut.at < cut.end - 1) counted.within++;
        cut.at++;
        break;
      default:
        countBreaks(inline.children, cut, counted);
    }
  }
}
