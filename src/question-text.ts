/** Longer questions are refused at the door with the number; what gets past it is cut here. UTF-16 code units. */
export const QUESTION_LIMIT = 4_000;

// Controls but tab and newline, marks that turn the direction of text, and what takes no room (joiners stay: emoji and
// Indic scripts need them).
const INVISIBLE =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF]/gu;

/** Most questions: nothing of what is mended below can be in them. */
const PLAIN = /^[ -~]*$/u;

/**
 * A question as the rest of Docent sees it: at most `QUESTION_LIMIT` long, well-formed, NFC, without invisible controls.
 * Cut before anything else, so that ten megabytes cost what four thousand characters do.
 */
export function cleanQuestion(text: string): string {
  const short = text.slice(0, QUESTION_LIMIT);
  if (PLAIN.test(short)) return short.trim();
  return short
    .toWellFormed()
    .replaceAll("\r\n", "\n")
    .replace(INVISIBLE, "")
    .normalize("NFC")
    .trim();
}
