import type { Problem } from "../types.ts";
import { newlinesIn } from "./lines-of.ts";
import { LARGEST_PAGE, noText, tooLarge, unixLines } from "./page-text.ts";
import type { PageText } from "./page-text.ts";

const REPLACEMENT = "\uFFFD";
/** Where more of a file than this cannot be decoded, it is no text in UTF-8 at all. */
const MOST_REPLACED = 0.1;

/**
 * A file's bytes as a page's text: UTF-8, or UTF-16 if it begins with a byte order mark; lines end
 * in `\n`. Bytes that are no UTF-8 become U+FFFD and are reported. What is too large or no text is
 * left out: `text` is undefined.
 */
export function decodePage(bytes: Uint8Array, path: string): PageText {
  if (bytes.length > LARGEST_PAGE)
    return { text: undefined, problems: [tooLarge(path, bytes.length)] };
  const encoding = encodingOf(bytes);
  if (encoding === "utf-8" && bytes.includes(0))
    return { text: undefined, problems: [noText(path)] };
  const decoded = new TextDecoder(encoding).decode(bytes);
  const text = unixLines(decoded);
  if (!text.includes(REPLACEMENT) || isValid(bytes, encoding)) return { text, problems: [] };

  const replaced = text.split(REPLACEMENT).length - 1;
  if (replaced > text.length * MOST_REPLACED) return { text: undefined, problems: [noText(path)] };
  const problem: Problem = {
    page: path,
    line: 1 + newlinesIn(text.slice(0, text.indexOf(REPLACEMENT))),
    severity: "warning",
    code: "not-utf8",
    message: `${replaced} ${replaced === 1 ? "character is" : "characters are"} no UTF-8 and cannot be read`,
    remedy: "Save the file as UTF-8 and type them again.",
  };
  return { text, problems: [problem] };
}

function encodingOf([first, second]: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
}

/** Whether a page holds U+FFFD itself, rather than bytes that had to be replaced by it. */
function isValid(bytes: Uint8Array, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch (error) {
    // What `fatal` promises to throw; anything else is a fault of ours.
    if (error instanceof TypeError) return false;
    throw error;
  }
}
