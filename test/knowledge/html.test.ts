import { describe, expect, it } from "vitest";
import { readBlocks } from "../../src/knowledge/blocks.ts";
import { blocks, outline } from "../support/blocks.ts";

const inlines = (markdown: string): unknown => {
  const [block] = blocks(markdown);
  return block !== undefined && "children" in block ? block.children : undefined;
};
const text = (said: string) => ({ kind: "text", text: said });

describe("HTML in a page", () => {
  it.each([
    ["Press <kbd>Ctrl</kbd>", [text("Press "), { kind: "code", text: "Ctrl" }]],
    ["<B>bold</B> word", [{ kind: "strong", children: [text("bold")] }, text(" word")]],
    ["a <em>b</em>", [text("a "), { kind: "emphasis", children: [text("b")] }]],
    ["a <del>b</del>", [text("a")]],
    ["a ~~b *c*~~ d", [text("a  d")]],
    ["<a href='b.md'>c</a>", [{ kind: "link", href: "b.md", children: [text("c")] }]],
    ["<img src=b.png alt='A &amp; B'>", [{ kind: "image", href: "b.png", alt: "A & B" }]],
    ["**a <code>b** c</code>", [{ kind: "strong", children: [text("a b")] }, text(" c")]],
    ["<code>a <b>b</b> *c*</code>", [{ kind: "code", text: "a b c" }]],
  ])("says how words look: %s", (markdown, expected) => {
    expect(inlines(markdown)).toEqual(expected);
  });

  it.each([
    ["<p>one</p><p>two</p>", "one two"],
    ["one<b></b><div>two</div>", "one two"],
    ["<u>one</u>two <span class=x>three</span>", "onetwo three"],
    ["10<sup>6</sup> and CO<sub>2</sub>", "10^6 and CO2"],
    ["a <b>b", "a b"],
    ["a</b> b <i>c</b></i>", "a b c"],
  ])("keeps the words of %s", (markdown, shown) => {
    expect(outline(markdown)).toEqual([`paragraph 1-1 ${shown}`]);
  });

  it.each([
    "git clone <url>",
    "<script>alert(1)</script>",
    "a < b and c > d",
    "Map<string, number>",
    "<b",
    "`<b>x</b>`",
  ])("is text where no web page would hide it: %s", (markdown) => {
    expect(outline(markdown)).toEqual([`paragraph 1-1 ${markdown.replaceAll("`", "")}`]);
  });

  it.each(["<a href='javascript:alert(1)'>x</a>", "<a href='&#106;avascript:x'>x</a>"])(
    "leads nowhere unsafe: %s",
    (markdown) => {
      expect(JSON.stringify(inlines(markdown))).not.toMatch(/javascript/iu);
    },
  );

  it("may be named by links", () => {
    const page = "<h2 id='one'>One</h2>\n\n<a id=\"two\">Two</a> <p id=three>";
    expect(readBlocks(page).anchors).toEqual(["one", "two", "three"]);
  });

  it("is a table with a row for each row", () => {
    const [table] = blocks(
      "<table>",
      "  <tr><th>Port</th><th>Use</th></tr>",
      "  <tr>",
      "    <td><code>8080</code></td>",
      "    <td>The page<br>of it</td>",
      "  </tr>",
      "</table>",
    );
    expect(table).toMatchObject({
      kind: "table",
      header: [[text("Port")], [text("Use")]],
      rows: [
        {
          cells: [
            [{ kind: "code", text: "8080" }],
            [text("The page"), { kind: "break", hard: true }, text("of it")],
          ],
          lines: [3, 5],
        },
      ],
      lines: [1, 7],
    });
  });

  it("is a table without a header where no cell is one", () => {
    const [table] = blocks("<table><tr><td>8080</td><td>The page</td></tr></table>");
    expect(table).toMatchObject({ header: [], rows: [{ lines: [1, 1] }] });
  });

  it("tells what a table's caption says, and nothing of what is commented out", () => {
    expect(
      outline(
        "<table>",
        "<caption>Prices in <b>francs</b></caption>",
        "<!-- <tr><td>old</td></tr>",
        "-->",
        "<tr><td>Entry</td><td><code>__10__</code></td></tr>",
        "</table>",
      ),
    ).toEqual(["paragraph 2-2 Prices in francs", "table 1-6 Entry | __10__"]);
  });

  it("keeps in code what is no tag", () => {
    expect(
      outline("<pre>", "git clone <url> <!-- no -->", "Map<K, V><br>\\n &lt;b&gt;", "</pre>"),
    ).toEqual([`code 1-4 git clone <url>${" ".repeat(12)}⏎Map<K, V>⏎\\n <b>`]);
  });

  it.each([
    ["<p data-x1='1' hidden>a</p>"],
    ['<img alt="x > y" src="a.png">a'],
    ["<a href='b.md' data-v.2='c'>a</a>"],
  ])("may have any attributes: %s", (markdown) => {
    expect(outline(markdown)[0]).not.toMatch(/[<"=]/u);
  });

  it("is a heading, and code", () => {
    expect(
      outline(
        "<h1 align=center>",
        "  <img src=logo.png alt=''> Frob",
        "</h1>",
        "<pre><code>a &lt; b",
        "c</code></pre>",
      ),
    ).toEqual(["heading 1-3 Frob", "code 4-5 a < b⏎c"]);
  });

  it.each([
    ["<table>", "", "a"],
    ["- <table><tr><td>a", "", "</table>"],
    ["<table><tr><td><table><tr><td>a</table></table>"],
    ["<h2>a</h2> b"],
    ["<table></table> a"],
    ["<table><tr>a<td>b</td></tr></table>"],
    ["<table><tr><td rowspan=2>a</td></tr></table>"],
    ["<table><tr><td><ul><li>a</ul></td></tr></table>"],
    ["<h1> is a tag", "", "a", "</h1>"],
    ["<pre> is a tag", "```", "a", "</pre>"],
  ])("loses no word where it is broken: %s %s %s", (...lines) => {
    expect(outline(...lines).join(" ")).toMatch(/a/u);
  });
});
