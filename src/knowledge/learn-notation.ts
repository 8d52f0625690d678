import type { StateBlock, StateInline } from "markdown-it";
import { lineText, vanishes } from "./comments.ts";

// What Microsoft's sites (DocFX, Learn) write into Markdown: layout, versions, pictures, and text of other files.

const LAYOUT =
  /^:{3,}[ \t]*(?:(?:moniker|zone|row|column|image|video|code|form|quiz)(?:-end)?)(?:[ \t]+[^\n]{0,2000})?(?::{3,})?$/i;
const INCLUDED =
  /\[!(?:include|code|snippet)(?:-[\w#+-]{1,20})?[ \t]*\[[^[\]\n]{0,200}\][ \t]*\([^()\n]{0,500}\)[ \t]*\][ \t]?/iy;
const BOX = /\[!(?:div|video)(?:[ \t]+[^[\]\n]{0,500})?\]/iy;

/** A line that lays out a page, or stands for a picture or a listing, says nothing. A rule for markdown-it's block parser. */
export function layoutLine(
  state: StateBlock,
  startLine: number,
  _endLine: number,
  silent: boolean,
): boolean {
  const line = lineText(state, startLine);
  if (!line.startsWith(":::") || !LAYOUT.test(line.trimEnd())) return false;
  if (!silent) state.line = startLine + 1;
  return true;
}

/** `[!INCLUDE [name](path)]` and `[!div class="…"]` say nothing where they stand. A rule for markdown-it's inline parser. */
export function included(state: StateInline, silent: boolean): boolean {
  if (!state.src.startsWith("[!", state.pos)) return false;
  return vanishes(state, silent, INCLUDED) || vanishes(state, silent, BOX);
}
