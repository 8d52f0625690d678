type Unit = "grapheme" | "word" | "sentence";

const segmenters = new Map<Unit, Intl.Segmenter>();

/** Made when first needed: they read the platform's dictionaries, which takes longer than most questions. */
export function segmenterOf(unit: Unit): Intl.Segmenter {
  const known = segmenters.get(unit) ?? new Intl.Segmenter("und", { granularity: unit });
  segmenters.set(unit, known);
  return known;
}

/** The last boundary at or before `index` (UTF-16 units); 0 where there is none before it. */
export function boundary(text: string, index: number, unit: Unit): number {
  if (index >= text.length) return text.length;
  return segmenterOf(unit).segment(text).containing(Math.max(0, index))?.index ?? 0;
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
