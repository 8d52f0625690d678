import type { RichTextBlock, RichTextSection, TableBlock } from "@slack/types";
import { inlineText } from "../../src/index.ts";
import type { Block, Inline } from "../../src/index.ts";
import { LIMITS } from "./limits.ts";
import { richInlines, section, textElement } from "./rich-text.ts";

type Table = Extract<Block, { kind: "table" }>;
type Cell = TableBlock["rows"][number][number];

/** Slack's own table; undefined where the page's is larger than Slack takes, or empty. */
export function nativeTable(table: Table): TableBlock | undefined {
  const columns = columnsOf(table);
  if (columns === 0 || columns > LIMITS.tableColumns) return undefined;
  if (table.rows.length + 1 > LIMITS.tableRows || tableCharacters(table) > LIMITS.tableCharacters)
    return undefined;
  const isTitled = table.header.some((cell) => inlineText(cell).trim() !== "");
  const rows = [
    ...(isTitled ? [row(table.header, columns, true)] : []),
    ...table.rows.map(({ cells }) => row(cells, columns, false)),
  ];
  if (rows.length === 0) return undefined;
  return {
    type: "table",
    rows,
    column_settings: Array.from({ length: columns }, (_, index) => {
      const align = table.align[index];
      return { is_wrapped: true, ...(align !== undefined && align !== "none" && { align }) };
    }),
  };
}

/** A table where no table may stand: a list with one line a row, each cell after its column's name. */
export function tableAsList(table: Table): RichTextBlock | undefined {
  const names = table.header.map((cell) => inlineText(cell).trim());
  const items = table.rows.map(({ cells }): RichTextSection => {
    const words = cells.flatMap((cell, index) => {
      const value = richInlines(cell, index === 0 ? { bold: true } : {});
      if (value.length === 0) return [];
      const name = names[index] ?? "";
      const label = index === 0 || name === "" ? [] : textElement(`${name}: `);
      return [...(index === 0 ? [] : textElement(" · ")), ...label, ...value];
    });
    return section(...(words.length === 0 ? textElement(" ") : words));
  });
  if (items.length === 0) {
    const words = textElement(names.filter((name) => name !== "").join(" · "), { bold: true });
    return words.length === 0 ? undefined : { type: "rich_text", elements: [section(...words)] };
  }
  const first = names[0] ?? "";
  const title = first === "" ? [] : [section(...textElement(first, { bold: true }))];
  return {
    type: "rich_text",
    elements: [...title, { type: "rich_text_list", style: "bullet", elements: items }],
  };
}

/** What Slack counts against the limit: an empty cell is one space. */
export function tableCharacters(table: Table): number {
  const columns = columnsOf(table);
  return [table.header, ...table.rows.map(({ cells }) => cells)].reduce(
    (sum, cells) =>
      sum + columns + cells.reduce((length, cell) => length + inlineText(cell).length, 0),
    0,
  );
}

function columnsOf(table: Table): number {
  return table.rows.reduce((most, { cells }) => Math.max(most, cells.length), table.header.length);
}

function row(cells: readonly (readonly Inline[])[], columns: number, header: boolean): Cell[] {
  return Array.from({ length: columns }, (_, index) => tableCell(cells[index] ?? [], header));
}

function tableCell(inlines: readonly Inline[], header: boolean): Cell {
  const words = richInlines(inlines, header ? { bold: true } : {});
  if (words.length === 0) return { type: "raw_text", text: " " };
  return { type: "rich_text", elements: [section(...words)] };
}
