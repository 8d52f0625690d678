import type { Block, Inline, Problem } from "../types.ts";
import { closest } from "./closest.ts";
import type { PagePassages } from "./passages.ts";

/** A link or an image whose target is in the knowledge itself, and the first line it can stand on. */
export interface PageLink {
  readonly href: string;
  readonly line: number;
}

/** The relative links of a page, each once a line; parts of a section repeat lead-ins. */
export function linksOf({ passages }: PagePassages): readonly PageLink[] {
  const links = new Map<string, PageLink>();
  const add = (href: string, line: number): void => {
    if (!/^[a-z][a-z0-9+.-]*:/i.test(href)) links.set(`${line} ${href}`, { href, line });
  };
  for (const { passage } of passages) linksInBlocks(passage.body, add);
  return [...links.values()];
}

type Add = (href: string, line: number) => void;

function linksInBlocks(blocks: readonly Block[], add: Add): void {
  for (const block of blocks) {
    switch (block.kind) {
      case "paragraph":
      case "heading":
        linksInInlines(block.children, block.lines[0], add);
        break;
      case "list":
        for (const item of block.items) linksInBlocks(item.children, add);
        break;
      case "table":
        for (const cell of block.header) linksInInlines(cell, block.lines[0], add);
        for (const row of block.rows) {
          for (const cell of row.cells) linksInInlines(cell, row.lines[0], add);
        }
        break;
      case "quote":
        linksInBlocks(block.children, add);
        break;
      case "code":
      case "rule":
        break;
    }
  }
}
