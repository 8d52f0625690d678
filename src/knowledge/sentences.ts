import { blockText, inlineText, plainText } from "../plain-text.ts";
import type { Block } from "../types.ts";

/**
 * The smallest piece of a passage that can be quoted by itself: a sentence of a paragraph, a list item, a table row, a
 * code block, a quotation.
 */
export interface Sentence {
  readonly kind: "sentence" | "item" | "row" | "code";
  readonly text: string;
  /** Index in the passage's body. */
  readonly block: number;
  /** Index of the item or row in its block; of the sentence in its paragraph. */
  readonly part: number;
  /** Offsets in the paragraph's plain text; for other kinds the whole text. */
  readonly start: number;
  readonly end: number;
  /** The paragraph that leads in to its list, table or code. */
  readonly leadIn: string;
  /** A row's column headers: words that belong to it without standing in it. */
  readonly columns: string;
}

/** All sentences of a body, in order. Pure, linear: the same list whenever it is asked for. */
export function sentencesOf(body: readonly Block[]): Sentence[] {
  const sentences: Sentence[] = [];
  let leadIn = "";
  for (const [block, piece] of body.entries()) {
    switch (piece.kind) {
      case "paragraph": {
        const text = inlineText(piece.children);
        let part = 0;
        for (const [start, end] of sentenceSpans(text)) {
          sentences.push({
            kind: "sentence",
            text: text.slice(start, end),
            block,
            part: part++,
            start,
            end,
            leadIn: "",
            columns: "",
          });
        }
        leadIn = text;
        continue;
      }
      case "list":
        for (const [part, item] of piece.items.entries()) {
          push("item", plainText(item.children), block, part, leadIn);
        }
        break;
      case "table": {
        const columns = piece.header.map((cell) => inlineText(cell)).join(" | ");
        for (const [part, row] of piece.rows.entries()) {
          push(
            "row",
            row.cells.map((cell) => inlineText(cell)).join(" | "),
            block,
            part,
            leadIn,
            columns,
          );
        }
        break;
      }
      case "code":
        push("code", piece.text, block, 0, leadIn);
        break;
      case "quote":
        push("sentence", plainText(piece.children), block, 0, "");
        break;
      case "heading":
        push("sentence", blockText(piece), block, 0, "");
        break;
      case "rule":
        break;
    }
    leadIn = "";
  }
  return sentences;

  function push(
    kind: Sentence["kind"],
    text: string,
    block: number,
    part: number,
    above: string,
    columns = "",
  ): void {
    sentences.push({ kind, text, block, part, start: 0, end: text.length, leadIn: above, columns });
  }
}

const ABBREVIATION =
  /(?:^|[\s(])(?:e\.g|i\.e|etc|vs|cf|approx|no|vol|pp?|fig|eq|mr|mrs|ms|dr|prof|st|jr|sr|inc|ltd|co|corp|gen|col|lt|sen|rep|rev|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|u\.s|u\.k|[a-z])\.$/iu;

/**
 * Where the sentences of a paragraph begin and end, without the white space between them. A full stop ends a sentence
 * when white space and something that can begin one follow, and no known abbreviation or initial precedes it.
 */
export function sentenceSpans(text: string): [start: number, end: number][] {
  const spans: [number, number][] = [];
  const lowerCased = writesNoCapitals(text);
  let start = skipSpace(text, 0);
  for (let at = start; at < text.length; at++) {
    const char = text.charCodeAt(at);
    const wide = char === 0x3002 || char === 0xff01 || char === 0xff1f;
    if (!wide && char !== 46 && char !== 33 && char !== 63) continue;
    let end = at + 1;
    while (end < text.length && CLOSING.includes(text[end] ?? "")) end++;
    if (end < text.length && !wide && !isSpace(text.charCodeAt(end))) continue;
    const next = skipSpace(text, end);
    if (next < text.length && !wide && !lowerCased && !canBegin(text, next)) continue;
    if (
      char === 46 &&
      next < text.length &&
      ABBREVIATION.test(text.slice(Math.max(start, at - 8), at + 1))
    )
      continue;
    spans.push([start, end]);
    start = next;
    at = next - 1;
  }
  const end = text.trimEnd().length;
  if (start < end) spans.push([start, end]);
  return spans;
}

const CLOSING = ".!?\"'”’»)]}";

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && isSpace(text.charCodeAt(at))) at++;
  return at;
}

const STOP_INSIDE = /[.!?]["')\]]*\s/;
const CAPITAL_AFTER_STOP = /[.!?]["')\]]*\s+\p{Lu}/u;
const SMALL_AFTER_STOP = /[\p{L}\p{N} ]{3}[.!?]["')\]]*\s+\p{Ll}(?=[^.!?]{20})/gu;

/** Transcripts and old abstracts are written in small letters throughout: there a capital is no sign of a beginning. */
function writesNoCapitals(text: string): boolean {
  if (!STOP_INSIDE.test(text) || CAPITAL_AFTER_STOP.test(text)) return false;
  SMALL_AFTER_STOP.lastIndex = 0;
  return SMALL_AFTER_STOP.test(text) && SMALL_AFTER_STOP.test(text);
}

function canBegin(text: string, at: number): boolean {
  const char = text[at] ?? "";
  return char === char.toUpperCase(); // capitals, digits, quotes, scripts without case
}
