import { cellOf, columnsOf, spreadOf } from "./columns.ts";
import type { Figures } from "./figures.ts";

/** The figures for a terminal: two lines a set, the second half the width of the 95 % interval. */
export function terminalTable(rows: readonly Figures[]): string {
  const columns = columnsOf(rows);
  const cells = [
    ["", ...columns.map(({ heading }) => heading)],
    ...rows.flatMap((row) => [
      [row.set, ...columns.map((column) => cellOf(row, column))],
      ["", ...columns.map((column) => spreadOf(row, column))],
    ]),
  ];
  const widths =
    cells[0]?.map((_, at) => Math.max(...cells.map((line) => line[at]?.length ?? 0))) ?? [];
  return cells
    .map((line) =>
      line
        .map((cell, at) =>
          at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0),
        )
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/** The figures as a Markdown table, each with half the width of its 95 % interval. */
export function markdownTable(rows: readonly Figures[]): string {
  const columns = columnsOf(rows);
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [
    line(["set", ...columns.map(({ heading }) => heading)]),
    line(["---", ...columns.map(() => "---:")]),
    ...rows.map((row) =>
      line([
        row.set,
        ...columns.map((column) =>
          [cellOf(row, column), spreadOf(row, column)].filter((text) => text !== "").join(" "),
        ),
      ]),
    ),
  ].join("\n");
}
