import { describe, expect, it } from "vitest";
import { readBlocks } from "../../src/knowledge/blocks.ts";
import { plainText } from "../../src/plain-text.ts";
import { blocks, outline } from "../support/blocks.ts";

describe("blocks", () => {
  it("stand on exactly the lines that they are written on", () => {
    expect(
      outline(
        "",
        "# Title",
        "two",
        "lines",
        "",
        "Setext",
        "======",
        "",
        "- a",
        "",
        "  more",
        "- b",
        "",
        "",
        "> quote",
        ">",
        "",
        "    code",
        "",
        "",
        "***",
        "| h |",
        "|---|",
        "| r |",
        "",
      ),
    ).toEqual([
      "heading 2-2 Title",
      "paragraph 3-4 two lines",
      "heading 6-7 Setext",
      "list 9-12 - a⏎  more⏎- b",
      "quote 15-15 quote",
      "code 18-18 code",
      "rule 21-21 ",
      "table 22-24 h⏎r",
    ]);
  });

  it("count from the line that the body begins on", () => {
    expect(readBlocks("\ntext", 8).blocks).toMatchObject([{ lines: [9, 9] }]);
  });

  it("give each item and each row its own lines", () => {
    const [list] = blocks("3. three", "   - nested", "", "4. four", "   more", "", "text");
    expect(list).toMatchObject({
      kind: "list",
      ordered: true,
      start: 3,
      lines: [1, 5],
      items: [
        { lines: [1, 2], children: [{ lines: [1, 1] }, { kind: "list", lines: [2, 2] }] },
        { lines: [4, 5] },
      ],
    });
    const [table] = blocks("| a | b | c |", "|:--|:-:|--:|", "| 1 | 2 |", "| `x\\|y` | | 3 | 4 |");
    expect(table).toMatchObject({
      kind: "table",
      align: ["left", "center", "right"],
      lines: [1, 4],
      rows: [
        { lines: [3, 3], cells: [[{ text: "1" }], [{ text: "2" }], []] },
        { lines: [4, 4], cells: [[{ kind: "code", text: "x|y" }], [], [{ text: "3" }]] },
      ],
    });
  });

  it("keep code as it is, with its language and its fences' lines", () => {
    expect(blocks("```js title", "a", "", " b", "", "```", "text")[0]).toEqual({
      kind: "code",
      language: "js",
      text: "a\n\n b\n",
      lines: [1, 6],
    });
    expect(blocks("- ~~~", "  # no heading", "  ~~~")[0]).toMatchObject({
      items: [{ children: [{ kind: "code", text: "# no heading", lines: [1, 3] }] }],
    });
  });

  it("end code that is never closed where its words end", () => {
    expect(blocks("```", "a", "", "")[0]).toMatchObject({ text: "a", lines: [1, 2] });
    expect(blocks("> ```", "> a", ">", "", "text")[0]).toMatchObject({
      lines: [1, 2],
      children: [{ text: "a", lines: [1, 2] }],
    });
    expect(blocks("```")[0]).toMatchObject({ text: "", lines: [1, 1] });
  });

  it("are not made of nothing", () => {
    expect(blocks(">", "", "-", "-", "", "<!-- x -->", "[a]: b", "")).toEqual([]);
  });
});

describe("inline content", () => {
  it("is a tree of marks, code, links and breaks", () => {
    const [paragraph] = blocks(
      'a **b *c*** ~~d~~ `e` [f](g.md "title") <https://h.example>  ',
      "i\\",
      "j",
      "k",
    );
    expect(paragraph).toMatchObject({
      children: [
        { kind: "text", text: "a " },
        {
          kind: "strong",
          children: [{ text: "b " }, { kind: "emphasis", children: [{ text: "c" }] }],
        },
        { kind: "text", text: "  " },
        { kind: "code", text: "e" },
        { kind: "text", text: " " },
        { kind: "link", href: "g.md", children: [{ text: "f" }] },
        { kind: "text", text: " " },
        { kind: "link", href: "https://h.example", children: [{ text: "https://h.example" }] },
        { kind: "break", hard: true },
        { kind: "text", text: "i" },
        { kind: "break", hard: true },
        { kind: "text", text: "j" },
        { kind: "break", hard: false },
        { kind: "text", text: "k" },
      ],
    });
  });

  it("finds links by reference anywhere on the page", () => {
    expect(blocks("[a][1] and [1]", "", "[1]: b.md")).toMatchObject([
      {
        children: [
          { kind: "link", href: "b.md" },
          { text: " and " },
          { kind: "link", href: "b.md" },
        ],
      },
    ]);
  });

  it("keeps the words of an unsafe link and not its address", () => {
    const attacks = [
      "[click](javascript:alert(1))",
      "[click](JaVaScRiPt&colon;alert(1))",
      "[click](&#106;avascript:alert(1))",
      "[click](data:text/html;base64,PHNjcmlwdD4=)",
      "[click](vbscript:x)",
      "[click](file:///etc/passwd)",
      "[click](//evil.example)",
      "[click](<\tjavascript:alert(1)>)",
      "[click][x]\n\n[x]: javascript:alert(1)",
    ];
    for (const attack of attacks) {
      expect(blocks(attack)).toMatchObject([{ children: [{ kind: "text", text: "click" }] }]);
    }
    expect(blocks("![a *b*](javascript:x)")).toMatchObject([
      { children: [{ kind: "text", text: "a b" }] },
    ]);
    expect(blocks("<javascript:alert(1)>")).toMatchObject([{ children: [{ kind: "text" }] }]);
  });

  it("keeps an image with the words that stand for it", () => {
    expect(blocks("![the **office**\nplan](a.png)")).toMatchObject([
      { children: [{ kind: "image", href: "a.png", alt: "the office plan" }] },
    ]);
  });

  it("decodes entities, but never into a line of its own", () => {
    expect(plainText(blocks("a &amp; b&#10;c &copy; \\*d\\*"))).toBe("a & b c © *d*");
  });

  it("drops marks that are nested beyond reason and keeps their words", () => {
    const deep = `${"*a **b ".repeat(500)}core${" b** a*".repeat(500)}`;
    expect(plainText(blocks(deep))).toContain("core");
    expect(JSON.stringify(blocks(deep)).split('"children"').length).toBeLessThan(2_000);
  });
});

describe("hostile nesting", () => {
  it("is read as plain lines beyond a limit, and loses nothing of the page", () => {
    const lists = Array.from(
      { length: 80 },
      (_, depth) => `${" ".repeat(2 * depth)}- item${depth}\n`,
    );
    const { blocks: read, faults } = readBlocks(
      `${"> ".repeat(200)}quote\n\n${lists.join("")}\nlast`,
      5,
    );
    const text = plainText(read);
    for (const word of ["quote", ...lists.map((_, depth) => `item${depth}`), "last"]) {
      expect(text).toContain(word);
    }
    expect(read.at(-1)).toMatchObject({ kind: "paragraph", lines: [88, 88] });
    expect(faults).toMatchObject([{ line: 5, code: "nested-too-deeply" }]);
  });
});
