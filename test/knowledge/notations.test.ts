import { describe, expect, it } from "vitest";
import { passagesOf } from "../../src/knowledge/passages.ts";
import { blocks, outline } from "../support/blocks.ts";

function page(...lines: readonly string[]): ReturnType<typeof passagesOf> {
  return passagesOf({ path: "a.md", markdown: lines.join("\n") });
}

describe("an id behind a heading", () => {
  it("is no part of its words, and a place that links may name", () => {
    const { passages, anchors } = page("# A", "", "## Set *up* {#own-id}", "Words.");
    expect(passages.map(({ passage }) => [passage.id, passage.headings])).toEqual([
      ["a.md#set-up", ["A", "Set up"]],
    ]);
    expect(anchors).toContain("own-id");
    expect(anchors).toContain("set-up");
  });

  it("is only an id: other braces stay", () => {
    expect(outline("## A {b}", "## C { #d }", "## {: #e}", "text {#f}")).toEqual([
      "heading 1-1 A {b}",
      "heading 2-2 C",
      "heading 3-3 ",
      "paragraph 4-4 text {#f}",
    ]);
  });
});

describe("a task list", () => {
  it("shows boxes, ticked or not", () => {
    expect(outline("- [x] a", "- [ ] **b**", "- [X] [c](d.md)", "1. [ ] e")).toEqual([
      "list 1-3 - ☑ a⏎- ☐ b⏎- ☑ c",
      "list 4-4 1. ☐ e",
    ]);
  });

  it("has its boxes at the beginning of items alone", () => {
    expect(outline("- a [x] b", "- [y] c", "- `[x]` d", "- [x]", "", "[x] e")).toEqual([
      "list 1-4 - a [x] b⏎- [y] c⏎- [x] d⏎- [x]",
      "paragraph 6-6 [x] e",
    ]);
  });
});

describe("a quote that is a remark", () => {
  it("begins with its kind in bold, on the line of the mark", () => {
    expect(blocks("> [!CAUTION]", "> Lost *keys*", "> are lost.", ">", "> - a")).toMatchObject([
      {
        kind: "quote",
        lines: [1, 5],
        children: [
          {
            kind: "paragraph",
            lines: [1, 3],
            children: [
              { kind: "strong", children: [{ text: "Caution:" }] },
              { kind: "break" },
              { text: "Lost " },
              { kind: "emphasis" },
              { kind: "break" },
              { text: "are lost." },
            ],
          },
          { kind: "list", lines: [5, 5] },
        ],
      },
    ]);
  });

  it("has its title as a paragraph of its own", () => {
    expect(blocks("> [!tip]+ Do *not*", "> Words.")).toMatchObject([
      {
        children: [
          { children: [{ kind: "strong" }], lines: [1, 1] },
          { children: [{ text: "Words." }], lines: [2, 2] },
        ],
      },
    ]);
    expect(outline("> [!tip]+ Do *not*", "> Words.")).toEqual(["quote 1-2 Tip: Do not⏎⏎Words."]);
  });

  it("says so in its first words alone", () => {
    expect(outline("> a", "> [!NOTE]", "", "[!NOTE]", "b")).toEqual([
      "quote 1-2 a [!NOTE]",
      "paragraph 4-5 [!NOTE] b",
    ]);
  });
});
