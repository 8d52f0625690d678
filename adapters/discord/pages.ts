import { plainText, wholeGraphemes, type Block, type Lines } from "../../src/index.ts";
import { blockCost } from "./markdown.ts";

/**
 * Blocks dealt to as few messages as hold them all, in order and without loss: what is longer than a message is halved
 * between items, rows, lines or sentences until it fits.
 */
export function paged(blocks: readonly Block[], budget: number): readonly (readonly Block[])[] {
  const pages: Block[][] = [];
  let page: Block[] = [];
  let used = 0;
  for (const block of blocks.flatMap((whole) => fitting(whole, budget))) {
    const cost = blockCost(block);
    if (page.length > 0 && used + cost > budget) {
      pages.push(page);
      page = [];
      used = 0;
    }
    page.push(block);
    used += cost;
  }
  if (page.length > 0) pages.push(page);
  return pages;
}

function fitting(block: Block, budget: number): readonly Block[] {
  if (blockCost(block) <= budget) return [block];
  return halves(block).flatMap((half) => fitting(half, budget));
}

/** Two or more smaller blocks that say the same; nothing where there is nothing left to part. */
function halves(block: Block): readonly Block[] {
  switch (block.kind) {
    case "list": {
      const [only] = block.items;
      if (block.items.length === 1 && only !== undefined) {
        return only.children.length > 1
          ? only.children.map((child) => ({ ...block, items: [{ ...only, children: [child] }] }))
          : only.children.flatMap((child) => (child.kind === "list" ? [child] : halves(child)));
      }
      const middle = Math.ceil(block.items.length / 2);
      const rest = { ...block, start: block.start + middle, items: block.items.slice(middle) };
      return [{ ...block, items: block.items.slice(0, middle) }, rest];
    }
    case "table": {
      if (block.rows.length < 2) return textHalves(plainText([block]), block.lines);
      const middle = Math.ceil(block.rows.length / 2);
      return [
        { ...block, rows: block.rows.slice(0, middle) },
        { ...block, rows: block.rows.slice(middle) },
      ];
    }
    case "code":
      return inHalf(block.text, "\n").map((text) => ({ ...block, text }));
    case "quote":
      return block.children.length > 1
        ? block.children.map((child) => ({ ...block, children: [child] }))
        : block.children.flatMap(halves);
    case "rule":
      return [];
    default:
      return textHalves(plainText([block]), block.lines);
  }
}

/** A paragraph longer than a message loses its marks; its words are all there. */
function textHalves(text: string, lines: Lines): readonly Block[] {
  return inHalf(text, ". ").map((half) => ({
    kind: "paragraph",
    children: [{ kind: "text", text: half }],
    lines,
  }));
}

/** Near the middle: after the separator, else after a space, else after a grapheme. */
function inHalf(text: string, separator: string): readonly string[] {
  const middle = Math.ceil(text.length / 2);
  for (const sign of [separator, " "]) {
    const at = text.lastIndexOf(sign, middle);
    if (at > 0) return [text.slice(0, at + sign.trimEnd().length), text.slice(at + sign.length)];
  }
  const at = wholeGraphemes(text, middle) || middle;
  return at >= text.length ? [] : [text.slice(0, at), text.slice(at)];
}
