import type { Block, Inline, Lines } from "./types.ts";

/** What Docent says of itself stands on no page. */
const NOWHERE: Lines = [0, 0];

export type Words = string | Inline;

export function code(text: string): Inline {
  return { kind: "code", text };
}

/** Words with what stands between backticks as code; a backtick without a fellow is only itself. */
export function withCode(text: string): readonly Words[] {
  return text
    .split(/(`[^`]+`)/u)
    .filter((part) => part !== "")
    .map((part) => (/^`[^`]+`$/u.test(part) ? code(part.slice(1, -1)) : part));
}

export function paragraph(...words: readonly Words[]): Block {
  return { kind: "paragraph", children: inlines(words), lines: NOWHERE };
}

export function heading(text: string): Block {
  return { kind: "heading", level: 3, children: inlines([text]), lines: NOWHERE };
}

export function list(
  entries: readonly (readonly Words[])[],
  options: { readonly ordered?: boolean } = {},
): Block {
  return {
    kind: "list",
    ordered: options.ordered ?? false,
    start: 1,
    lines: NOWHERE,
    items: entries.map((words) => ({ children: [paragraph(...words)], lines: NOWHERE })),
  };
}

/** `columns` are titles; one that begins with # holds numbers and is set to the right. */
export function table(columns: readonly string[], rows: readonly (readonly string[])[]): Block {
  return {
    kind: "table",
    header: columns.map((title) => inlines([title.replace(/^#/u, "")])),
    align: columns.map((title) => (title.startsWith("#") ? "right" : "left")),
    rows: rows.map((cells) => ({ cells: cells.map((cell) => inlines([cell])), lines: NOWHERE })),
    lines: NOWHERE,
  };
}

export function codeBlock(language: string, text: string): Block {
  return { kind: "code", language, text, lines: NOWHERE };
}

function inlines(words: readonly Words[]): readonly Inline[] {
  return words.map((word) => (typeof word === "string" ? { kind: "text", text: word } : word));
}
