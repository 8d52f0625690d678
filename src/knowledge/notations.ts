import type { Block, Inline, Lines } from "../types.ts";

/** What sites and editors write into Markdown for themselves, as people are to read it. */

export type Paragraph = Extract<Block, { kind: "paragraph" }>;

const OWN_ID = /^\{:?[ \t]*#([\w:.-]{1,100})[ \t]*\}$/;

/** A heading's words without the id that its author gave it: `Setup {#set-up}`. */
export function withoutOwnId(inlines: readonly Inline[]): {
  readonly inlines: readonly Inline[];
  readonly id?: string;
} {
  const last = inlines.at(-1);
  const start = last?.kind === "text" && last.text.endsWith("}") ? last.text.lastIndexOf("{") : -1;
  if (last?.kind !== "text" || start < 0) return { inlines };
  const id = OWN_ID.exec(last.text.slice(start))?.[1];
  const text = last.text.slice(0, start).trimEnd();
  const before = inlines.slice(0, -1);
  // Where nothing else is said it is what the section is about: `{#each}` of some template language.
  if (id === undefined || (text === "" && before.length === 0)) return { inlines };
  return { inlines: text === "" ? before : [...before, { kind: "text", text }], id };
}

const TASK = /^\[([ xX])\][ \t]+/;

/** An item with the box of a task list, `[x]` or `[ ]`, as a box: ☑ or ☐. */
export function withBox(children: readonly Block[]): readonly Block[] {
  const [first, ...rest] = children;
  const words = first?.kind === "paragraph" ? first.children[0] : undefined;
  if (first?.kind !== "paragraph" || words?.kind !== "text") return children;
  const box = TASK.exec(words.text);
  if (box === null) return children;
  const text = `${box[1] === " " ? "☐" : "☑"} ${words.text.slice(box[0].length)}`;
  return [{ ...first, children: [{ kind: "text", text }, ...first.children.slice(1)] }, ...rest];
}

const CALLOUT = /^\[!([a-z]{2,20})\][+-]?[ \t]*/i;

/**
 * A quote that begins with `[!WARNING]` begins with that word in bold; a title behind the mark is a
 * paragraph of its own.
 */
export function withLabel(children: readonly Block[]): readonly Block[] {
  const [first, ...rest] = children;
  const words = first?.kind === "paragraph" ? first.children[0] : undefined;
  if (first?.kind !== "paragraph" || words?.kind !== "text") return children;
  const mark = CALLOUT.exec(words.text);
  if (mark === null) return children;
  const label = { kind: "text", text: labelOf(mark[1] ?? "") } as const;
  const text = words.text.slice(mark[0].length);
  const behind = first.children.slice(1);
  if (text === "" && (behind.length === 0 || behind[0]?.kind === "break")) {
    return [{ ...first, children: [{ kind: "strong", children: [label] }, ...behind] }, ...rest];
  }
  return [...titled({ ...first, children: [{ kind: "text", text }, ...behind] }, label), ...rest];
}

/** The first line as a title in bold, and the lines below it. */
function titled(paragraph: Paragraph, label: Inline): readonly Paragraph[] {
  const { children, lines } = paragraph;
  const at = children.findIndex(({ kind }) => kind === "break");
  const end = at < 0 ? children.length : at;
  const space = { kind: "text", text: " " } as const;
  const title = { kind: "strong", children: [label, space, ...children.slice(0, end)] } as const;
  if (at < 0) return [{ ...paragraph, children: [title] }];
  return [
    { kind: "paragraph", children: [title], lines: [lines[0], lines[0]] },
    {
      kind: "paragraph",
      children: children.slice(at + 1),
      lines: [Math.min(lines[1], lines[0] + 1), lines[1]],
    },
  ];
}

/** `WARNING` and `warning` as people write it in front of a remark: `Warning:`. */
export function labelOf(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1).toLowerCase()}:`;
}

export function labelParagraph(text: string, lines: Lines): Paragraph {
  const label = { kind: "strong", children: [{ kind: "text", text }] } as const;
  return { kind: "paragraph", children: [label], lines };
}

/** A label with what stands below it: a paragraph begins with it, anything else follows it. */
export function labelled(label: Paragraph, block: Block): readonly Block[] {
  if (block.kind !== "paragraph") return [label, block];
  const children = [...label.children, { kind: "break", hard: false } as const, ...block.children];
  return [{ kind: "paragraph", children, lines: [label.lines[0], block.lines[1]] }];
}
