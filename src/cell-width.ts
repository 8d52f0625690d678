import { segmenterOf } from "./boundary.ts";

/** Characters of one cell that nothing joins: Latin letters, dashes, quotation marks, bullets, signs of currencies. */
const PLAIN = /^[\x20-\x7E\u00A1-\u00AC\u00AE-\u02FF\u2010-\u2027\u2030-\u203A\u20A0-\u20BF]*$/;
/** Wide and fullwidth characters that are no emoji: Unicode's EastAsianWidth.txt, neighbouring ranges joined. */
const WIDE =
  /^[\u1100-\u115F\u2329\u232A\u2E80-\u303E\u3041-\u3247\u3250-\uA4CF\uA960-\uA97C\uAC00-\uD7A3\uF900-\uFAFF\uFE10-\uFE19\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{16FE0}-\u{18DFF}\u{1AFF0}-\u{1B2FF}\u{1F200}-\u{1F265}\u{20000}-\u{3FFFD}]/u;
const EMOJI = /^\p{Emoji_Presentation}|^\p{Emoji}\uFE0F|^[\d#*]\uFE0F?\u20E3/u;
const UNSEEN = /^[\p{M}\p{Cf}\p{Cc}]+$/u;

/** How many cells of a fixed-width font a text takes: two for wide characters and emoji, none for marks that stand on others. */
export function cellWidth(text: string): number {
  if (PLAIN.test(text)) return text.length;
  let width = 0;
  for (const grapheme of graphemes(text)) width += graphemeWidth(grapheme);
  return width;
}

/** What a person sees as one character each. */
export function graphemes(text: string): string[] {
  return PLAIN.test(text)
    ? text.split("")
    : Array.from(segmenterOf("grapheme").segment(text), (one) => one.segment);
}

/** 0, 1 or 2 cells. */
export function graphemeWidth(grapheme: string): number {
  if (EMOJI.test(grapheme) || WIDE.test(grapheme)) return 2;
  return UNSEEN.test(grapheme) ? 0 : 1;
}
