import { readBlocks } from "../../src/knowledge/blocks.ts";
import { blockText } from "../../src/plain-text.ts";
import type { Block } from "../../src/types.ts";

/** The blocks of a page of these lines. */
export function blocks(...lines: readonly string[]): readonly Block[] {
  return readBlocks(lines.join("\n")).blocks;
}

/** Each block as `kind first-last text`. */
export function outline(...lines: readonly string[]): readonly string[] {
  return blocks(...lines).map(
    (block) => `${block.kind} ${block.lines.join("-")} ${blockText(block).replaceAll("\n", "⏎")}`,
  );
}
