const SEGMENTERS = {
  grapheme: new Intl.Segmenter("und", { granularity: "grapheme" }),
  word: new Intl.Segmenter("und", { granularity: "word" }),
  sentence: new Intl.Segmenter("und", { granularity: "sentence" }),
};

/** The last boundary at or before `index` (UTF-16 units); 0 where there is none before it. */
export function boundary(text: string, index: number, unit: keyof typeof SEGMENTERS): number {
  if (index >= text.length) return text.length;
  return SEGMENTERS[unit].segment(text).containing(Math.max(0, index))?.index ?? 0;
}

/** The largest length up to `length` that ends no grapheme half-way: never inside a surrogate pair or an emoji. */
export function wholeGraphemes(text: string, length: number): number {
  return boundary(text, length, "grapheme");
}

/**
 * At most `limit` UTF-16 units: for a button, a title, a notification. Cut after a word, or inside one that is too long
 * alone, and then with "…" at its end.
 */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const room = Math.max(0, limit - 1);
  const word = text.slice(0, boundary(text, room, "word")).trimEnd().length;
  return `${text.slice(0, word > 0 ? word : wholeGraphemes(text, room))}…`;
}
