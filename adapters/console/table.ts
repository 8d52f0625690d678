import type { Align, Block } from "../../src/index.ts";
import { inlineSpans } from "./inline.ts";
import { lineWidth, span } from "./span.ts";
import type { Line, Span } from "./span.ts";
import { wrap } from "./wrap.ts";

const GAP = 2;
/** A column narrower than this breaks nearly every word; then each row is a small list instead. */
const NARROWEST = 8;

/** A table fitted to `width` cells: columns as wide as they need, the widest ones wrapped; rows as lists where that fails. */
export function tableLines(table: Extract<Block, { kind: "table" }>, width: number): Line[] {
  const header = table.header.map((cell) => oneLine(inlineSpans(cell, ["bold"])));
  const rows = table.rows.map((row) => row.cells.map((cell) => oneLine(inlineSpans(cell))));
  const columns = Math.max(header.length, ...rows.map((row) => row.length));
  if (columns === 0) return [];
  const wanted = Array.from({ length: columns }, (_, column) =>
    Math.max(1, ...[header, ...rows].map((cells) => lineWidth(cells[column] ?? []))),
  );
  const room = width - GAP * (columns - 1);
  const widths = fit(wanted, room);
  if (widths === undefined) return rows.flatMap((cells) => recordLines(header, cells, width));
  const draw = (cells: readonly Line[]): Line[] => rowLines(cells, widths, table.align);
  const rule = widths.map((cells) => [span("─".repeat(cells), "dim")]);
  const titled = header.some((cell) => lineWidth(cell) > 0);
  return [...(titled ? [...draw(header), ...draw(rule)] : []), ...rows.flatMap(draw)];
}

/** Widths that fill `room` at most, narrowing the widest columns only; undefined where one would get too narrow. */
function fit(wanted: readonly number[], room: number): readonly number[] | undefined {
  const total = wanted.reduce((sum, cells) => sum + cells, 0);
  if (total <= room) return wanted;
  let left = room;
  let open = wanted.length;
  let limit = 0;
  for (const cells of wanted.toSorted((a, b) => a - b)) {
    limit = Math.floor(left / open);
    if (cells > limit) break;
    left -= cells;
    open -= 1;
  }
  return limit < NARROWEST ? undefined : wanted.map((cells) => Math.min(cells, limit));
}

function rowLines(
  cells: readonly Line[],
  widths: readonly number[],
  align: readonly Align[],
): Line[] {
  const wrapped = widths.map((width, column) => wrap(cells[column] ?? [], width));
  const height = Math.max(...wrapped.map((lines) => lines.length));
  return Array.from({ length: height }, (_, index) =>
    widths.flatMap((width, column) => {
      const line = wrapped[column]?.[index] ?? [];
      const padded = pad(line, width, align[column] ?? "none");
      return column === 0 ? padded : [span(" ".repeat(GAP)), ...padded];
    }),
  );
}

function pad(line: Line, width: number, align: Align): Span[] {
  const free = Math.max(0, width - lineWidth(line));
  const before = align === "right" ? free : align === "center" ? Math.floor(free / 2) : 0;
  return [span(" ".repeat(before)), ...line, span(" ".repeat(free - before))];
}

/** `Level: Senior`, a line a cell, a blank line after the row. */
function recordLines(header: readonly Line[], cells: readonly Line[], width: number): Line[] {
  const lines = cells.flatMap((cell, column) => {
    const title = header[column] ?? [];
    return wrap(lineWidth(title) === 0 ? cell : [...title, span(": "), ...cell], width);
  });
  return [...lines, []];
}

function oneLine(spans: readonly Span[]): Line {
  return spans.map(({ text, styles }) => ({ text: text.replaceAll("\n", " "), styles }));
}
