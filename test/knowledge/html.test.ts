import { describe, expect, it } from "vitest";
import { readBlocks } from "../../src/knowledge/blocks.ts";
import { passagesOf } from "../../src/knowledge/passages.ts";
import { plainText } from "../../src/plain-text.ts";
import { blocks, outline } from "../support/blocks.ts";

describe("HTML", () => {
  it("is its words: tags that wrap them vanish", () => {
    expect(
      plainText(blocks('Press <kbd>Ctrl</kbd>+<b class="x">C</b> for H<sub>2</sub>O', "<p>a</p>")),
    ).toBe("Press Ctrl+C for H2O\n\na");
    expect(outline('<div align="center">', "", "text", "</div>", "", "- <span>a</span>")).toEqual([
      "paragraph 3-3 text",
      "list 6-6 - a",
    ]);
    expect(outline("<p>", "  one", "  two</p><p>three", "</p>four")).toEqual([
      "paragraph 2-3 one two",
      "paragraph 3-3 three",
      "paragraph 4-4 four",
    ]);
  });

  it("keeps powers apart from the number that they raise", () => {
    expect(plainText(blocks("10<sup>-6</sup> m, the 3<sup>rd</sup>"))).toBe("10^-6 m, the 3rd");
  });

  it("is text where a tag is spoken of, in code, and where its name is none of HTML's", () => {
    const lines = ["The <b> element, a `</i>`, https://<account>.example, Vec<u>, </i> a < b"];
    expect(plainText(blocks(...lines))).toBe(lines[0]?.replaceAll("`", ""));
    expect(outline("```", "<div>", "```", "", "    <p>")).toEqual([
      "code 1-3 <div>",
      "code 5-5 <p>",
    ]);
  });

  it("scripts and styles vanish with what they hold", () => {
    expect(plainText(blocks("<script>alert(1)</script> <b>x</b>"))).toBe("x");
    expect(plainText(blocks('a <style type="x">b{}</style> c'))).toBe("a  c");
    expect(outline("<script>", "a()", "", "b()", "</script>", "c")).toEqual(["paragraph 6-6 c"]);
  });

  it("scripts that are never closed are text", () => {
    expect(outline("<script>", "a", "", "- <style>", "", "</style>")).toEqual([
      "paragraph 1-2 <script> a",
      "list 4-4 - <style>",
      "paragraph 6-6 </style>",
    ]);
  });

  it("links and images are links and images, and safe ones", () => {
    expect(blocks('a <a href="b.md">c</a> <img width=1 src="d.png" alt="the *d*">')).toMatchObject([
      {
        children: [
          { text: "a " },
          { kind: "link", href: "b.md", children: [{ text: "c" }] },
          { text: " " },
          { kind: "image", href: "d.png", alt: "the d" },
        ],
      },
    ]);
    expect(
      plainText(blocks('<a href="javascript:x()">c</a> <img src="javascript:x" alt="y">')),
    ).toBe("c y");
    expect(blocks('a <a href="javascript:x()">c</a>')).toMatchObject([
      { children: [{ kind: "text", text: "a c" }] },
    ]);
  });

  it("definitions are items that begin with their term", () => {
    expect(
      outline(
        "<dl>",
        "<dt>AFK</dt><dd>away</dd>",
        "<dt>Clear?</dt>",
        "<dd>Not",
        "at all</dd>",
        "</dl>",
      ),
    ).toEqual(["list 2-5 - AFK: away⏎- Clear? Not at all"]);
  });

  it("items are items, rows are items of their cells, and headings are headings", () => {
    expect(outline("<ol><li>a</li>", "<li>b</li></ol>", "- c")).toEqual([
      "list 1-2 1. a⏎2. b",
      "list 3-3 - c",
    ]);
    expect(
      outline(
        "<table>",
        "  <tr>",
        "    <th>a</th><th>b</th>",
        "  </tr><tr><td>1</td><td>2</td>",
        "</table>",
      ),
    ).toEqual(["list 3-4 - a | b⏎- 1 | 2"]);
    expect(outline('<h1 align="center">', '<img src="a.png" alt="A"><br>', "A</h1>")).toMatchObject(
      ["heading 2-3 A⏎A"],
    );
  });

  it("comments vanish, inside of text and over many lines", () => {
    expect(outline("a <!-- b --> c<!-- d", "e --> f", "g")).toEqual(["paragraph 1-3 a  c f g"]);
    expect(outline("<!-- a", "", "# b", "-->", "c")).toEqual(["paragraph 5-5 c"]);
    expect(outline("a", "<!-- b -->", "c")).toEqual(["paragraph 1-1 a", "paragraph 3-3 c"]);
    expect(outline("<!-- a", "", "b --> c")).toEqual(["paragraph 3-3 c"]);
    expect(outline("<!-- a --> b", "c")).toEqual(["paragraph 1-2 b c"]);
    expect(outline("<!-- a --> <!--", "b -->", "c")).toEqual(["paragraph 2-3 c"]);
    expect(outline("# a <!-- b -->", "- c", "  <!-- d -->", "- e")).toEqual([
      "heading 1-1 a",
      "list 2-4 - c⏎- e",
    ]);
    expect(outline("<!-->a")).toEqual(["paragraph 1-1 a"]);
  });

  it("comments are text in code, and where they are never closed", () => {
    expect(outline("`<!-- a -->`", "", "    <!-- b -->")).toEqual([
      "paragraph 1-1 <!-- a -->",
      "code 3-3 <!-- b -->",
    ]);
    expect(outline("- <!-- a", "", "b -->")).toEqual(["list 1-1 - <!-- a", "paragraph 3-3 b -->"]);
    const { blocks: read, faults } = readBlocks("text\n\n<!-- a\n\n# b\n\n<!-- c");
    expect(plainText(read)).toBe("text\n\n<!-- a\n\nb\n\n<!-- c");
    expect(faults).toMatchObject([{ line: 3, code: "open-comment" }]);
  });

  it("anchors vanish and are remembered", () => {
    const read = readBlocks(
      '# <a name="one"></a> A\n\n<a id=\'two\' />B <a name=three> </a>\n\n<a href="x">C</a>',
    );
    expect(read.anchors).toEqual(["one", "two", "three"]);
    expect(plainText(read.blocks)).toBe("A\n\nB\n\nC");
  });

  it("line breaks break the line in a cell, and elsewhere where the line ends", () => {
    expect(plainText(blocks("| a |", "|---|", "| b<br>c<br/>d |"))).toBe("a\nb c d");
    expect(blocks("a<br>", "b<br>c")).toMatchObject([
      { children: [{ text: "a" }, { kind: "break", hard: true }, { text: "b c" }] },
    ]);
  });
});

describe("a part of a page that folds", () => {
  function sections(...lines: readonly string[]): readonly string[] {
    return passagesOf({ path: "a.md", markdown: lines.join("\n") }).passages.map(
      ({
        passage: {
          id,
          headings,
          lines: [first, last],
          text,
        },
      }) => `${id} ${headings.join(" › ")} ${first}-${last} ${text.replaceAll("\n", "⏎")}`,
    );
  }

  it("is a section of its own, named by its summary", () => {
    expect(
      sections(
        "# A",
        "## Install",
        "Choose.",
        "<details>",
        "<summary>macOS</summary>",
        "",
        "1. a",
        "",
        "</details>",
        "<details open><summary>Windows <b>11</b></summary>",
        "",
        "b",
        "",
        "</details>",
        "",
        "## Use",
        "c",
      ),
    ).toEqual([
      "a.md#install A › Install 2-3 Choose.",
      "a.md#macos A › Install › macOS 5-7 1. a",
      "a.md#windows-11 A › Install › Windows 11 10-12 b",
      "a.md#use A › Use 16-17 c",
    ]);
  });

  it("only leads in to its text, in bold, where text behind it is not its own", () => {
    const lines = ["# A", "<details><summary>macOS</summary>", "", "- a", "</details>", "", "b"];
    expect(sections(...lines)).toEqual(["a.md#a A 1-7 macOS:⏎⏎- a⏎⏎b"]);
    expect(blocks(...lines)[1]).toMatchObject({ children: [{ kind: "strong" }] });
    expect(sections("# A", "- b", "", "  <details><summary>c?</summary>", "  d")).toEqual([
      "a.md#a A 1-5 - b⏎  c?⏎  d",
    ]);
  });

  it("inside of another is a section of that one's", () => {
    expect(
      sections(
        "<details><summary>x</summary>",
        "b",
        "<details><summary>c</summary>",
        "d",
        "</details>",
        "</details>",
      ),
    ).toEqual(["a.md#x A › x 1-2 b", "a.md#c A › x › c 3-4 d"]);
  });
});
