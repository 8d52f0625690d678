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
      "heading 3-3 {: #e}",
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

describe("a remark between lines of colons", () => {
  it("begins with its kind in bold, and is what it holds", () => {
    expect(outline("a", ":::warning", "b", ":::", "", ":::tip", "", "- c", "", ":::", "d")).toEqual(
      [
        "paragraph 1-1 a",
        "paragraph 2-3 Warning: b",
        "paragraph 6-6 Tip:",
        "list 8-8 - c",
        "paragraph 11-11 d",
      ],
    );
  });

  it("begins with its title where it has one", () => {
    expect(outline(":::note[Do *not*]", "b", "::::", ":::tip Our tip", "::: info {.x}")).toEqual([
      "paragraph 1-1 Note: Do not:",
      "paragraph 2-2 b",
      "paragraph 4-4 Our tip:",
    ]);
  });

  it("has a kind that is known", () => {
    expect(outline("::: mine", "b", ":::")).toEqual(["paragraph 1-2 ::: mine b"]);
  });
});

describe("a remark that is indented", () => {
  it("is read without its indent", () => {
    expect(
      outline('!!! note "Mind the *gap*"', "", "    a", "    b", "", "        code", "", "c"),
    ).toEqual([
      "paragraph 1-1 Note: Mind the gap:",
      "paragraph 3-4 a b",
      "code 6-6 code",
      "paragraph 8-8 c",
    ]);
    expect(outline("??? tip", "    a", "", '    !!! bug ""', "        b", "- c")).toEqual([
      "paragraph 1-2 Tip: a",
      "paragraph 5-5 b",
      "list 6-6 - c",
    ]);
  });

  it("may be a tab, named by its title", () => {
    expect(outline('=== "macOS"', "    1. a", "", '=== "Linux"', "", "    b")).toEqual([
      "paragraph 1-1 macOS:",
      "list 2-2 1. a",
      "paragraph 4-4 Linux:",
      "paragraph 6-6 b",
    ]);
  });

  it("has something below it that is", () => {
    expect(outline("!!! note", "a", "", "a", '=== "b"', "", "!!! wow", "    c")).toEqual([
      "paragraph 1-2 !!! note a",
      'paragraph 4-5 a === "b"',
      "paragraph 7-8 !!! wow c",
    ]);
  });
});

describe("definitions", () => {
  it("are items that begin with their term", () => {
    expect(
      outline(
        "The *term*",
        ": one",
        ": two `x`",
        "",
        "Clicked already?",
        ":   Call",
        "us.",
        "",
        "a",
      ),
    ).toEqual(["list 1-7 - The term: one two x⏎- Clicked already? Call us.", "paragraph 9-9 a"]);
  });

  it("may follow each other without a blank line", () => {
    const [list] = blocks("a", ": b", "c", ": d", ": e");
    expect(list).toMatchObject({
      kind: "list",
      lines: [1, 5],
      items: [{ lines: [1, 2] }, { lines: [3, 5], children: [{ lines: [3, 5] }] }],
    });
    expect(list?.kind === "list" ? list.items[1]?.children[0] : undefined).toMatchObject({
      children: [
        { kind: "strong", children: [{ text: "c" }, { text: ":" }] },
        { kind: "break" },
        { text: "d" },
        { kind: "break" },
        { text: "e" },
      ],
    });
  });

  it("have a short term", () => {
    expect(outline(": a", "b", ": c")).toEqual(["paragraph 1-3 : a b : c"]);
    const long = "long ".repeat(30).trim();
    expect(outline(long, ": a", "", "a : b", "c")).toEqual([
      `paragraph 1-2 ${long} : a`,
      "paragraph 4-5 a : b c",
    ]);
  });
});
