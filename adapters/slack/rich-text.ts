import type {
  RichTextBlock,
  RichTextElement,
  RichTextList,
  RichTextPreformatted,
  RichTextQuote,
  RichTextSection,
} from "@slack/types";
import { blockText, cleanText, inlineText, webLink } from "../../src/index.ts";
import type { Block, Inline, ListItem } from "../../src/index.ts";
import { LIMITS } from "./limits.ts";

type Style = { bold?: boolean; italic?: boolean; code?: boolean };
type Part = RichTextSection | RichTextList | RichTextPreformatted | RichTextQuote;

/** Documented for the element, missing in the published types: the number before the first item's. */
type OffsetList = RichTextList & { offset?: number };

/**
 * Inline content as rich text. Only `text` and `link` elements are ever made, so nothing a page says can become a mention,
 * a broadcast or an emoji: Slack parses no control sequences inside rich text.
 */
export function richInlines(inlines: readonly Inline[], style: Style = {}): RichTextElement[] {
  return inlines.flatMap((inline): RichTextElement[] => {
    switch (inline.kind) {
      case "text":
        return textElement(inline.text, style);
      case "code":
        return textElement(inline.text, { ...style, code: true });
      case "break":
        return textElement(inline.hard ? "\n" : " ", style);
      case "image":
        return linkElement(inline.href, inline.alt === "" ? "image" : inline.alt, style);
      case "link":
        return linkOf(inline.href, inline.children, style);
      case "strong":
      case "mark":
        return richInlines(inline.children, { ...style, bold: true });
      case "emphasis":
        return richInlines(inline.children, { ...style, italic: true });
    }
  });
}

/** One block of a page as one Block Kit block; undefined where there is nothing to show. Tables are drawn elsewhere. */
export function richBlock(
  block: Exclude<Block, { kind: "table" | "rule" }>,
): RichTextBlock | undefined {
  const elements = parts(block);
  return elements.length === 0 ? undefined : { type: "rich_text", elements };
}

/** Styled words of our own as a section. */
export function section(...elements: readonly RichTextElement[]): RichTextSection {
  return { type: "rich_text_section", elements: [...elements] };
}

/** Words as a rich text element; none for nothing. */
export function textElement(text: string, style: Style = {}): RichTextElement[] {
  const clean = cleanText(text);
  if (clean === "") return [];
  return [
    Object.keys(style).length === 0
      ? { type: "text", text: clean }
      : { type: "text", text: clean, style },
  ];
}

/** Words that lead somewhere; the words alone where that is no web address. */
export function linkElement(href: string, label: string, style: Style): RichTextElement[] {
  const url = webLink(href);
  const text = cleanText(label);
  if (url === undefined || url.length > LIMITS.buttonUrl || text.trim() === "")
    return textElement(label, style);
  return [{ type: "link", url, text, ...(Object.keys(style).length > 0 && { style }) }];
}

/** A link is one element with one style; what it cannot hold (a link in a link, an image) is reduced to its words. */
function linkOf(href: string, children: readonly Inline[], style: Style): RichTextElement[] {
  const inner = children.length === 1 ? children[0] : undefined;
  if (inner?.kind === "code") return linkElement(href, inner.text, { ...style, code: true });
  if (inner?.kind === "strong" || inner?.kind === "mark") {
    return linkElement(href, inlineText(inner.children), { ...style, bold: true });
  }
  if (inner?.kind === "emphasis")
    return linkElement(href, inlineText(inner.children), { ...style, italic: true });
  return linkElement(href, inlineText(children), style);
}

function parts(block: Block, indent = 0): Part[] {
  switch (block.kind) {
    case "paragraph": {
      const elements = richInlines(block.children);
      return elements.length === 0 ? [] : [section(...elements)];
    }
    case "heading": {
      const elements = richInlines(block.children, { bold: true });
      return elements.length === 0 ? [] : [section(...elements)];
    }
    case "code": {
      const elements = textElement(block.text);
      return elements.length === 0
        ? []
        : [{ type: "rich_text_preformatted", elements: asTexts(elements) }];
    }
    case "quote":
      return quote(block.children);
    case "list":
      return list(block, indent);
    case "table":
    case "rule": {
      const elements = textElement(blockText(block));
      return elements.length === 0
        ? []
        : [{ type: "rich_text_preformatted", elements: asTexts(elements) }];
    }
  }
}

function quote(children: readonly Block[]): RichTextQuote[] {
  const elements = children.flatMap((child, index): RichTextElement[] => {
    const words =
      child.kind === "paragraph" ? richInlines(child.children) : textElement(blockText(child));
    return index === 0 || words.length === 0 ? words : [...textElement("\n\n"), ...words];
  });
  return elements.length === 0 ? [] : [{ type: "rich_text_quote", elements }];
}

/**
 * Slack's lists hold sections only. What else an item holds (a nested list, code) stands between two runs of items, and
 * the next run goes on counting where the last one ended.
 */
function list(block: Extract<Block, { kind: "list" }>, indent: number): Part[] {
  const level = Math.min(indent, LIMITS.listIndent);
  const drawn: Part[] = [];
  let run: RichTextSection[] = [];
  let number = block.start;
  const flush = (): void => {
    if (run.length === 0) return;
    const offset = number - run.length - 1;
    const element: OffsetList = {
      type: "rich_text_list",
      style: block.ordered ? "ordered" : "bullet",
      elements: run,
      ...(level > 0 && { indent: level }),
      ...(block.ordered && offset > 0 && { offset }),
    };
    drawn.push(element);
    run = [];
  };
  for (const item of block.items) {
    const { words, rest } = itemParts(item);
    run.push(section(...(words.length === 0 ? textElement(" ") : words)));
    number += 1;
    if (rest.length === 0) continue;
    flush();
    for (const child of rest) drawn.push(...parts(child, indent + 1));
  }
  flush();
  return drawn;
}

/** The leading paragraphs of an item as its words, and the blocks after them. */
function itemParts(item: ListItem): { words: RichTextElement[]; rest: readonly Block[] } {
  const words: RichTextElement[] = [];
  for (const [index, child] of item.children.entries()) {
    if (child.kind !== "paragraph" && child.kind !== "heading")
      return { words, rest: item.children.slice(index) };
    const more = richInlines(child.children, child.kind === "heading" ? { bold: true } : {});
    if (words.length > 0 && more.length > 0) words.push(...textElement("\n"));
    words.push(...more);
  }
  return { words, rest: [] };
}

function asTexts(elements: readonly RichTextElement[]): RichTextPreformatted["elements"] {
  return elements.filter((element) => element.type === "text");
}
