import { describe, expect, it } from "vitest";
import { readBlocks } from "../../src/knowledge/blocks.ts";
import { plainText } from "../../src/plain-text.ts";
import { blocks, outline } from "../support/blocks.ts";

describe("HTML", () => {
  it("is text, as it is written", () => {
    expect(plainText(blocks("<script>alert(1)</script> <b>x</b>"))).toBe(
      "<script>alert(1)</script> <b>x</b>",
    );
    expect(outline("<div>", "", "text", "", "</div>")).toEqual([
      "paragraph 1-1 <div>",
      "paragraph 3-3 text",
      "paragraph 5-5 </div>",
    ]);
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
    expect(plainText(read.blocks)).toBe('A\n\nB\n\n<a href="x">C</a>');
  });

  it("line breaks break the line in a cell, and elsewhere where the line ends", () => {
    expect(plainText(blocks("| a |", "|---|", "| b<br>c<br/>d |"))).toBe("a\nb c d");
    expect(blocks("a<br>", "b<br>c")).toMatchObject([
      { children: [{ text: "a" }, { kind: "break", hard: true }, { text: "b c" }] },
    ]);
  });
});
