import { shorten } from "./boundary.ts";
import { cleanText } from "./web-link.ts";

/** Signs that turn the direction of what follows them. */
const TURNING = /[\u202A-\u202E\u2066-\u2069]/gu;

/**
 * Anybody's words as one line for a button, a title or a menu: at most `limit` UTF-16 units, and "…" where nothing is left,
 * because platforms refuse empty labels.
 */
export function labelText(text: string, limit: number): string {
  const words = cleanText(text).replace(TURNING, "").replaceAll(/\s+/gu, " ").trim();
  return words === "" ? "…" : shorten(words, limit);
}
