import { cellWidth, inlineText, type Align, type Block, type Inline } from "../../src/index.ts";
import { inlineMarkdown, printable } from "./inline-markdown.ts";

type Table = Extract<Block, { kind: "table" }>;

/** Columns that still fit a phone held upright would be 40; a desktop shows 90. Wider tables become lists. */
const MAX_COLUMNS = 64;

/** Discord draws no tables: an aligned code block where it fits a screen, otherwise a list with one entry a row. */
export function tableMarkdown(table: Table): string {
  const rows = [table.header, ...table.rows.map((row) => row.cells)];
  const texts = rows.map((cells) => cells.map(cellText));
  const columns = Math.max(...texts.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(1, ...texts.map((row) => cellWidth(row[column] ?? ""))),
  );
  const total = widths.reduce((sum, width) => sum + width, 0) + 2 * (columns - 1);
  const aligned =
    total <= MAX_COLUMNS && !texts.some((row) => row.some((cell) => cell.includes("`")));
  return aligned ? grid(texts, widths, table.align) : list(table);
}

function grid(
  texts: readonly (readonly string[])[],
  widths: readonly number[],
  align: readonly Align[],
): string {
  const line = (cells: readonly string[]): string =>
    widths
      .map((width, column) => pad(cells[column] ?? "", width, align[column] ?? "none"))
      .join("  ")
      .trimEnd();
  const [header = [], ...body] = texts;
  const rule = widths.map((width) => "─".repeat(width)).join("  ");
  const lines = header.every((cell) => cell === "")
    ? body.map(line)
    : [line(header), rule, ...body.map(line)];
  return `\`\`\`\n${lines.map((text) => (text === "" ? " " : text)).join("\n")}\n\`\`\``;
}

function pad(text: string, width: number, align: Align): string {
  const free = Math.max(0, width - cellWidth(text));
  const before = align === "right" ? free : align === "center" ? Math.floor(free / 2) : 0;
  return " ".repeat(before) + text + " ".repeat(free - before);
}

/** `- **Senior** · Pay: 18–35` : the first column names the row, the others carry their heading. */
function list(table: Table): string {
  const labels = table.header.map((cell) => inlineMarkdown(flat(cell)).trim());
  if (table.rows.length === 0) return labels.filter((label) => label !== "").join(" · ");
  return table.rows
    .map((row) => {
      const parts = row.cells.map((cell, column) => {
        const value = inlineMarkdown(
          column === 0 ? [{ kind: "strong", children: flat(cell) }] : flat(cell),
        ).trim();
        const label = labels[column] ?? "";
        if (value === "") return "";
        return column === 0 || label === "" ? value : `${label}: ${value}`;
      });
      return `- ${parts.filter((part) => part !== "").join(" · ")}`;
    })
    .join("\n");
}

/** A cell is one line wherever it is drawn. */
function flat(cell: readonly Inline[]): readonly Inline[] {
  return cell.map((inline) => (inline.kind === "break" ? { kind: "text", text: " " } : inline));
}

function cellText(cell: readonly Inline[]): string {
  return printable(inlineText(cell)).replaceAll(/\s+/gu, " ").trim();
}
