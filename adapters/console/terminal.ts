/** What a stream says about the terminal behind it, if there is one. */
export interface Terminal {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** Lines longer than this are hard to read, whatever the window's width. */
const WIDEST = 100;
const NARROWEST = 20;
const USUAL = 80;
/** Into a file or another program a paragraph goes as one line: what reads it there looks for words, not for rows. */
const UNWRAPPED = 100_000;

/** How many cells a line may take. */
export function lineWidthOf({ isTTY, columns }: Terminal): number {
  if (isTTY !== true) return UNWRAPPED;
  // A terminal that was never told its size says 0.
  return Math.max(NARROWEST, Math.min(columns || USUAL, WIDEST));
}

/** Colour only on a terminal that has it, and never against https://no-color.org. */
export function hasColour(
  stream: Terminal,
  env: Readonly<Record<string, string | undefined>>,
): boolean {
  return stream.isTTY === true && (env["NO_COLOR"] ?? "") === "" && env["TERM"] !== "dumb";
}
