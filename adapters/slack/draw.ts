import type { KnownBlock } from "@slack/types";
import { blockText, cutBlocks } from "../../src/index.ts";
import type { Block, Cut } from "../../src/index.ts";
import { LIMITS } from "./limits.ts";
import { richBlock } from "./rich-text.ts";
import { nativeTable, tableAsList, tableCharacters } from "./table.ts";

/** Where blocks are drawn: only messages take Slack's tables, and only one each. */
export type Surface = "message" | "view";

export interface Drawing {
  readonly blocks: readonly KnownBlock[];
  /** What was drawn, as it was cut: the fallback text says the same. */
  readonly cut: Cut;
}

/** What was drawn; a question that is asked again has the very same body. What nobody holds any more is not kept. */
const drawn = {
  message: new WeakMap<readonly Block[], Drawing>(),
  view: new WeakMap<readonly Block[], Drawing>(),
} as const;

/** A body as Block Kit, cut between blocks to what one message (or one view) takes. */
export function drawBody(body: readonly Block[], surface: Surface): Drawing {
  const before = drawn[surface].get(body);
  if (before !== undefined) return before;
  const drawing = drawAnew(body, surface);
  drawn[surface].set(body, drawing);
  return drawing;
}

function drawAnew(body: readonly Block[], surface: Surface): Drawing {
  const characters = surface === "message" ? LIMITS.bodyCharacters : LIMITS.viewCharacters;
  const most = surface === "message" ? LIMITS.bodyBlocks : LIMITS.viewBodyBlocks;
  // Each block costs at least its share of the block limit, so that one budget keeps both.
  const least = Math.ceil(characters / most);
  const cut = cutBlocks(body, characters, (block) => Math.max(least, price(block)));
  return { blocks: drawBlocks(cut.shown, surface), cut };
}

/** Blocks as Block Kit, uncut. */
function drawBlocks(body: readonly Block[], surface: Surface): KnownBlock[] {
  let tables = surface === "message" ? LIMITS.tablesInMessage : 0;
  return body.flatMap((block): KnownBlock[] => {
    if (block.kind === "rule") return [{ type: "divider" }];
    if (block.kind !== "table") return some(richBlock(block));
    const native = tables > 0 ? nativeTable(block) : undefined;
    if (native === undefined) return some(tableAsList(block));
    tables -= 1;
    return [native];
  });
}

function price(block: Block): number {
  return block.kind === "table" ? tableCharacters(block) : blockText(block).length;
}

function some(block: KnownBlock | undefined): KnownBlock[] {
  return block === undefined ? [] : [block];
}
