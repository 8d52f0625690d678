import type { Block, Inline } from "../types.ts";

/** A link or an image whose target is not on the web, and the first line it can stand on. */
export interface PageLink {
  readonly href: string;
  readonly isImage: boolean;
  readonly line: number;
}

/** A link of a wiki, `[[Page#Heading]]`, and the first line of the block it stands in. */
export interface WikiLink {
  readonly target: string;
  readonly line: number;
}

/** The relative links of some blocks, in their order. */
export function linksOf(blocks: readonly Block[]): readonly PageLink[] {
  const links: PageLink[] = [];
  linksInBlocks(blocks, links);
  return links;
}

function linksInBlocks(blocks: readonly Block[], links: PageLink[]): void {
  for (const block of blocks) {
    switch (block.kind) {
      case "paragraph":
      case "heading":
        linksInInlines(block.children, block.lines[0], links);
        break;
      case "list":
        for (const item of block.items) linksInBlocks(item.children, links);
        break;
      case "table":
        for (const cell of block.header) linksInInlines(cell, block.lines[0], links);
        for (const row of block.rows) {
          for (const cell of row.cells) linksInInlines(cell, row.lines[0], links);
        }
        break;
      case "quote":
        linksInBlocks(block.children, links);
        break;
      case "code":
      case "rule":
        break;
    }
  }
}

/** Returns the line that was reached: a break ends one. */
function linksInInlines(inlines: readonly Inline[], first: number, links: PageLink[]): number {
  let line = first;
  for (const inline of inlines) {
    if (inline.kind === "break") line++;
    if (inline.kind === "link" || inline.kind === "image") {
      const { href, kind } = inline;
      if (!/^[a-z][a-z0-9+.-]*:/i.test(href)) links.push({ href, isImage: kind === "image", line });
    }
    if ("children" in inline) line = linksInInlines(inline.children, line, links);
  }
  return line;
}
