import { cellWidth, graphemes, graphemeWidth } from "../../src/index.ts";
import type { Line, Span } from "./span.ts";

/** A stretch that is not broken: a word, with the styles of its parts. */
interface Word {
  readonly spans: Span[];
  width: number;
}

/**
 * Breaks text into lines of at most `width` cells: at blanks, between wide characters, and inside a word only where it
 * is longer than a line. A newline stays one. Never inside a grapheme.
 */
export function wrap(spans: readonly Span[], width: number): Line[] {
  const lines: Span[][] = [[]];
  let used = 0;
  let blank: Span | undefined;

  const breakLine = (): void => {
    lines.push([]);
    used = 0;
    blank = undefined;
  };
  const append = (one: Span, cells: number): void => {
    lines.at(-1)?.push(one);
    used += cells;
  };
  const place = (word: Word): void => {
    const gap = blank === undefined ? 0 : 1;
    if (used > 0 && used + gap + word.width > width) breakLine();
    else if (blank !== undefined) append(blank, 1);
    blank = undefined;
    if (word.width <= width) {
      for (const one of word.spans) append(one, cellWidth(one.text));
      return;
    }
    for (const { text, styles } of word.spans) {
      for (const grapheme of graphemes(text)) {
        const cells = graphemeWidth(grapheme);
        if (used > 0 && used + cells > width) breakLine();
        append({ text: grapheme, styles }, cells);
      }
    }
  };

  for (const part of partsOf(spans)) {
    if (part === "newline") breakLine();
    else if ("styles" in part) blank = used > 0 ? part : undefined;
    else place(part);
  }
  return lines;
}

/** Words, the blank after each (as one blank), and newlines, in order. */
function* partsOf(spans: readonly Span[]): Generator<Word | Span | "newline"> {
  let word: Word | undefined;
  for (const { text, styles } of spans) {
    for (const [token] of text.matchAll(/\n|[^\S\n\u00A0]+|[^\s]+|\u00A0+/gu)) {
      const blank = token !== "\n" && token.trim() === "" && !token.startsWith("\u00A0");
      if (token !== "\n" && !blank) {
        for (const piece of piecesOf(token)) {
          const cells = cellWidth(piece);
          if (word !== undefined && isWide(piece)) {
            yield word;
            word = undefined;
          }
          word ??= { spans: [], width: 0 };
          word.spans.push({ text: piece, styles });
          word.width += cells;
          if (isWide(piece)) {
            yield word;
            word = undefined;
          }
        }
        continue;
      }
      if (word !== undefined) yield word;
      word = undefined;
      yield token === "\n" ? "newline" : { text: " ", styles };
    }
  }
  if (word !== undefined) yield word;
}

/** Wide characters one by one, because a line may end between them; everything else together. */
function piecesOf(token: string): string[] {
  const pieces: string[] = [];
  let narrow = "";
  for (const grapheme of graphemes(token)) {
    if (isWide(grapheme)) {
      if (narrow !== "") pieces.push(narrow);
      narrow = "";
      pieces.push(grapheme);
    } else narrow += grapheme;
  }
  if (narrow !== "") pieces.push(narrow);
  return pieces;
}

/** Ideographs and syllables; an emoji stays with its word. */
function isWide(piece: string): boolean {
  return /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(piece);
}
