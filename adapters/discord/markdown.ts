import type { Block } from "../../src/index.ts";
import { drawnOnce } from "./drawn-once.ts";
import { inlineMarkdown, printable } from "./inline-markdown.ts";
import { tableMarkdown } from "./table.ts";

/** Blocks as Discord Markdown, parted by a blank line. */
export function blocksMarkdown(blocks: readonly Block[]): string {
  return blocks
    .map(blockMarkdown)
    .filter((text) => text !== "")
    .join("\n\n");
}

/** What a block takes of a message's text, with the blank line after it. */
export function blockCost(block: Block): number {
  return blockMarkdown(block).length + 2;
}

/** One block, complete in itself: every fence it opens is closed. */
const blockMarkdown = drawnOnce((block: Block): string => {
  switch (block.kind) {
    case "paragraph":
      return inlineMarkdown(block.children).trim();
    case "heading": {
      const text = inlineMarkdown(block.children).replaceAll("\n", " ").trim();
      return text === "" ? "" : `### ${text}`;
    }
    case "list":
      return listMarkdown(block);
    case "table":
      return tableMarkdown(block);
    case "code":
      return fenced(block.language, block.text);
    case "quote": {
      const inner = blocksMarkdown(block.children);
      return inner === "" ? "" : inner.replaceAll(/^/gmu, "> ");
    }
    case "rule":
      return "";
  }
});

function listMarkdown(list: Extract<Block, { kind: "list" }>): string {
  return list.items
    .map((item, index) => {
      const marker = list.ordered ? `${list.start + index}.` : "-";
      const [first, ...rest] = item.children.map(blockMarkdown).filter((text) => text !== "");
      if (first === undefined) return "";
      // A fence is only read at the start of a line, a list inside a list only when it is indented.
      const lead = first.startsWith("```")
        ? `${marker} \n${first}`
        : `${marker} ${indented(first, false)}`;
      return [lead, ...rest.map((text) => indented(text, true))].join("\n");
    })
    .filter((text) => text !== "")
    .join("\n");
}

function indented(text: string, all: boolean): string {
  if (text.startsWith("```")) return text;
  const fence = text.indexOf("\n```");
  const before = fence < 0 ? text : text.slice(0, fence);
  return (
    before.replaceAll(all ? /^/gmu : /\n/gu, all ? "  " : "\n  ") +
    (fence < 0 ? "" : text.slice(fence))
  );
}

/** Discord knows no longer fence than three back-ticks: those of the code itself are parted by a zero-width space. */
function fenced(language: string, text: string): string {
  const code = printable(text).replace(/`{3,}/gu, (run) => run.split("").join("\u200B"));
  if (code.trim() === "") return "";
  const name = /^[a-z0-9_+\-.#]{1,20}$/iu.test(language) ? language : "";
  // A back-tick at the end would be read as part of the closing fence.
  return `\`\`\`${name}\n${code.replace(/\n+$/u, "")}${code.endsWith("`") ? "\u200B" : ""}\n\`\`\``;
}
