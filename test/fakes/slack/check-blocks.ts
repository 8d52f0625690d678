import { z } from "zod";
import { blockShape, viewShape } from "./block-shapes.ts";

type Json = unknown;

/** What Slack would refuse about a message's blocks; empty where it would take them. */
export function blockFaults(blocks: Json): string[] {
  const parsed = z.array(blockShape).max(50).safeParse(blocks);
  if (!parsed.success) return z.prettifyError(parsed.error).split("\n");
  const tables = parsed.data.filter((block) => block.type === "table");
  const characters = tables
    .flatMap((table) => table.rows.flat())
    .reduce((sum, cell) => sum + cellLength(cell), 0);
  return [
    ...(tables.length > 1 ? ["only one table is allowed in a message"] : []),
    ...(characters > 10_000 ? [`tables hold ${characters} characters, more than 10,000`] : []),
    ...ragged(tables),
    ...repeatedIds(parsed.data),
  ];
}

/** The same for a modal or a home tab. */
export function viewFaults(view: Json): string[] {
  const parsed = viewShape.safeParse(view);
  if (!parsed.success) return z.prettifyError(parsed.error).split("\n");
  const { data } = parsed;
  const inputs = data.blocks.some(
    (block) => block.type === "input" && block.dispatch_action !== true,
  );
  return [
    ...(data.blocks.some((block) => block.type === "table") ? ["a view takes no table"] : []),
    ...(data.type === "modal" && inputs && data.submit === undefined
      ? ["a modal with an input needs submit"]
      : []),
    ...(JSON.stringify(view).length > 250_000 ? ["the view is larger than 250 KB"] : []),
    ...repeatedIds(data.blocks),
  ];
}

type Shape = z.infer<typeof blockShape>;
type Table = Extract<Shape, { type: "table" }>;

function ragged(tables: readonly Table[]): string[] {
  return tables
    .filter((table) => new Set(table.rows.map((row) => row.length)).size > 1)
    .map(() => "the rows of a table differ in length");
}

function cellLength(cell: Table["rows"][number][number]): number {
  return cell.type === "raw_text" ? cell.text.length : richWords(cell).length;
}

function richWords(block: Extract<Shape, { type: "rich_text" }>): string {
  return block.elements
    .flatMap((part) =>
      part.type === "rich_text_list" ? part.elements.flatMap((one) => one.elements) : part.elements,
    )
    .map((element) => (element.type === "user" ? element.user_id : (element.text ?? "")))
    .join("");
}

/** Block ids are unique in a message, action ids in their block. */
function repeatedIds(blocks: readonly Shape[]): string[] {
  const ids = blocks.flatMap((block) => block.block_id ?? []);
  const faults = ids.length === new Set(ids).size ? [] : ["a block_id is repeated"];
  for (const block of blocks) {
    if (block.type !== "actions") continue;
    const actions = block.elements.map((element) => element.action_id);
    if (actions.length !== new Set(actions).size)
      faults.push("an action_id is repeated in its block");
  }
  return faults;
}
