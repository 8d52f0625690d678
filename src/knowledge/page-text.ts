import type { Problem } from "../types.ts";
import { newlinesIn } from "./lines-of.ts";

/**
 * Larger pages are left out: no person wrote them, and one would slow down all. In bytes, and in
 * characters.
 */
export const LARGEST_PAGE = 2_000_000;

/**
 * Below the space all but tab and line ends, then the C1 controls, and what reorders or hides the
 * text around it.
 */
const CONTROLS =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFEFF]+/g;
const PARTS_WORDS = /[\u000B\u000C\u0085]/;

export interface PageText {
  /** With `\n` line ends and without control characters; undefined: the page is left out. */
  readonly text: string | undefined;
  readonly problems: readonly Problem[];
}

/** A page's text as the parsers expect it. Lines keep their numbers. */
export function pageText(markdown: string, path: string): PageText {
  if (markdown.length > LARGEST_PAGE) {
    return { text: undefined, problems: [tooLarge(path, markdown.length)] };
  }
  if (markdown.includes("\0")) return { text: undefined, problems: [noText(path)] };
  const lines = unixLines(markdown.startsWith("\uFEFF") ? markdown.slice(1) : markdown);
  const text = lines.toWellFormed();
  const control = text.search(CONTROLS);
  if (control < 0) return { text, problems: [] };
  const problem: Problem = {
    page: path,
    line: 1 + newlinesIn(text.slice(0, control)),
    severity: "warning",
    code: "control-characters",
    message: "The text has invisible control characters, which were taken out",
    remedy: "Delete them; most editors can show invisible characters.",
  };
  const clean = text.replace(CONTROLS, (run) => (PARTS_WORDS.test(run) ? " " : ""));
  return { text: clean, problems: [problem] };
}

/** Every line ends in `\n`, whatever system wrote it. */
export function unixLines(text: string): string {
  return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}

/** The problem of a page over the limit; `size` as the source measured it. */
export function tooLarge(path: string, size: number): Problem {
  return {
    page: path,
    line: 0,
    severity: "error",
    code: "page-too-large",
    message: `The page has ${(size / 1_000_000).toFixed(1)} MB and was left out; up to 2 MB are read`,
    remedy: "Part it into several pages, one topic each.",
  };
}

export function noText(path: string): Problem {
  return {
    page: path,
    line: 0,
    severity: "error",
    code: "page-binary",
    message: "The file is no UTF-8 text and was left out",
    remedy: "Save it as UTF-8, or give it another ending than `.md`.",
  };
}
