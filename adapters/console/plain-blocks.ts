import type { Block, Inline, Lines } from "../../src/index.ts";

/** Blocks for what no page says: `why`, the topics. They stand on no lines. */

const NOWHERE: Lines = [0, 0];

export function paragraph(text: string): Block {
  return { kind: "paragraph", children: words(text), lines: NOWHERE };
}

export function heading(text: string): Block {
  return { kind: "heading", level: 2, children: words(text), lines: NOWHERE };
}

export function list(
  entries: readonly string[],
  options: { readonly ordered?: boolean } = {},
): Block {
  const items = entries.map((entry) => ({ children: [paragraph(entry)], lines: NOWHERE }));
  return { kind: "list", ordered: options.ordered ?? false, start: 1, items, lines: NOWHERE };
}

/** `columns` are titles; one that begins with # holds numbers and is set to the right. */
export function table(columns: readonly string[], rows: readonly (readonly string[])[]): Block {
  return {
    kind: "table",
    header: columns.map((title) => words(title.replace(/^#/, ""))),
    align: columns.map((title) => (title.startsWith("#") ? "right" : "left")),
    rows: rows.map((cells) => ({ cells: cells.map(words), lines: NOWHERE })),
    lines: NOWHERE,
  };
}

function words(text: string): readonly Inline[] {
  return [{ kind: "text", text }];
}
