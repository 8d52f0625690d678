import type { Block, Inline } from "./types.ts";

/**
 * The words of inline content, without any mark-up. A line break of the file is a newline, which is how offsets are told
 * apart by line; `soft` gives what to write instead where a text is to be read.
 */
export function inlineText(inlines: readonly Inline[], soft = "\n"): string {
  let text = "";
  for (const inline of inlines) {
    switch (inline.kind) {
      case "text":
      case "code":
        text += inline.text;
        break;
      case "image":
        text += inline.alt;
        break;
      case "break":
        text += inline.hard ? "\n" : soft;
        break;
      default:
        text += inlineText(inline.children, soft);
    }
  }
  return text;
}

/** One block as plain text: list items with their marker, table cells parted by " | ". */
export function blockText(block: Block): string {
  switch (block.kind) {
    case "paragraph":
    case "heading":
      return inlineText(block.children, " ");
    case "list":
      return block.items
        .map((item, index) => {
          const marker = block.ordered ? `${block.start + index}. ` : "- ";
          return (
            marker + plainText(item.children).replaceAll("\n\n", "\n").replaceAll("\n", "\n  ")
          );
        })
        .join("\n");
    case "table":
      return [...named(block.header), ...block.rows.map((row) => row.cells)]
        .map((cells) => cells.map((cell) => inlineText(cell).replaceAll("\n", " ")).join(" | "))
        .join("\n");
    case "code":
      return block.text;
    case "quote":
      return plainText(block.children);
    case "rule":
      return "";
  }
}

/** Blocks as plain text, parted by a blank line. */
export function plainText(blocks: readonly Block[]): string {
  return blocks
    .map(blockText)
    .filter((text) => text !== "")
    .join("\n\n");
}

/** A table's header, where it names anything. */
function named<Cell extends readonly Inline[]>(header: readonly Cell[]): readonly Cell[][] {
  return header.some((cell) => inlineText(cell).trim() !== "") ? [[...header]] : [];
}
