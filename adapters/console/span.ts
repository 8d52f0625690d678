import { cellWidth } from "../../src/index.ts";

/** How a stretch of text looks on a terminal; without colour it is drawn plain. */
export type Style = "bold" | "dim" | "italic" | "underline" | "code" | "warning";

export interface Span {
  readonly text: string;
  readonly styles: readonly Style[];
}

/** One row of a terminal. */
export type Line = readonly Span[];

/** Codes of ECMA-48 (SGR): on, off. */
const SGR: Readonly<Record<Style, readonly [number, number]>> = {
  bold: [1, 22],
  dim: [2, 22],
  italic: [3, 23],
  underline: [4, 24],
  code: [36, 39],
  warning: [33, 39],
};

export function span(text: string, ...styles: readonly Style[]): Span {
  return { text, styles };
}

export function lineWidth(line: Line): number {
  let width = 0;
  for (const { text } of line) width += cellWidth(text);
  return width;
}

/** The lines as one text, without blanks at their ends. With `colour` every style is switched off where it ends. */
export function paint(lines: readonly Line[], colour: boolean): string {
  return lines.map((line) => paintLine(line, colour)).join("\n");
}

function paintLine(line: Line, colour: boolean): string {
  let left = line
    .map(({ text }) => text)
    .join("")
    .trimEnd().length;
  let painted = "";
  for (const { text, styles } of merged(line)) {
    const shown = text.slice(0, left);
    left -= shown.length;
    painted += colour ? styled(shown, styles) : shown;
  }
  return painted;
}

/** Neighbours of one style as one, so that a sentence is not switched on and off word by word. */
function merged(line: Line): readonly Span[] {
  const spans: Span[] = [];
  for (const one of line) {
    const before = spans.at(-1);
    if (before !== undefined && before.styles.join() === one.styles.join()) {
      spans.splice(-1, 1, { text: before.text + one.text, styles: one.styles });
    } else spans.push(one);
  }
  return spans;
}

function styled(text: string, styles: readonly Style[]): string {
  if (text === "" || styles.length === 0) return text;
  const codes = [...new Set(styles)].map((style) => SGR[style]);
  const on = codes.map(([code]) => code).join(";");
  const off = [...new Set(codes.map(([, code]) => code))].join(";");
  return `\u001B[${on}m${text}\u001B[${off}m`;
}
