import type { World } from "./core.ts";

/** Lines longer than this are hard to read, whatever the window's width. */
const WIDEST = 100;
const NARROWEST = 20;
/** Where there is no terminal to ask. */
const USUAL = 80;

export function lineWidthOf({ columns = USUAL }: { readonly columns?: number }): number {
  return Math.max(NARROWEST, Math.min(columns, WIDEST));
}

/** Colour only on a terminal that has it, and never against https://no-color.org. */
export function hasColour(stream: World["stdout"], env: World["env"]): boolean {
  return stream.isTTY === true && (env["NO_COLOR"] ?? "") === "" && env["TERM"] !== "dumb";
}
