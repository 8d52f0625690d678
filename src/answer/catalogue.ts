import { blockText } from "../plain-text.ts";
import type { Block } from "../types.ts";

/** Nobody reads through a list of more characters for what was asked, where it is no row of steps. */
const LONG_LIST = 1_200;

/** Whether a block is a list to look things up in, such as of options, and not to be read from one end to the other. */
export function isCatalogue(block: Block): boolean {
  return block.kind === "list" && !block.ordered && blockText(block).length > LONG_LIST;
}

/** Whether what answers is marked in one of the items. */
export function hasMark(block: Block): boolean {
  return (
    block.kind === "list" &&
    block.items.some(({ children }) =>
      children.some((one) => one.kind === "paragraph" && one.children[0]?.kind === "mark"),
    )
  );
}
