import fc from "fast-check";

/** Pieces that mean something to Markdown, alone or half-finished. */
const pieces = fc.constantFrom(
  "# ",
  "## ",
  "###### ",
  "===\n",
  "---\n",
  "> ",
  "- ",
  "  - ",
  "1. ",
  "10) ",
  "* * *\n",
  "```\n",
  "~~~ js\n",
  "    ",
  "\t",
  "| a | b |\n|---|---|\n",
  "| 1 | 2 |\n",
  "|",
  "**",
  "*",
  "_",
  "~~",
  "`",
  "``",
  "[",
  "](",
  ")",
  "![",
  "](a.md)",
  "[a]: b\n",
  "<!--",
  "-->",
  "<br>",
  '<a name="x"></a>',
  "<b>",
  "</b>",
  "<code>",
  "</code>",
  '<a href="b.md" id="c">',
  "</a>",
  "<p>",
  "<table>",
  "<tr><td>",
  "</table>",
  "<h2>",
  "</h2>",
  "<pre>",
  "<Tabs>",
  '<Tab label="x">',
  "</Tab>",
  "[[a|b]]",
  "![[a]]",
  "import a from 'b'\n",
  "</pre>",
  "<https://e.example>",
  "{#own-id}",
  "[x] ",
  "[!NOTE]",
  "\n: ",
  "\n:::tip\n",
  "\n:::\n",
  "\n!!! note\n    ",
  "&amp;",
  "&#10;",
  "&#0;",
  "\\",
  "\\\n",
  "  \n",
  "\n",
  "\n\n",
  "\u0000",
  "\u0007",
  "\u202E",
  "\uFEFF",
  "\uD83D",
  "😀",
  "e\u0301",
  "\r\n",
  "\r",
  "word ",
  "Some words. ",
  "---\ntitle: x\n---\n",
  "audience: [a]\n",
  "questions: [b]\n",
);

/** Any text, with what Markdown cares about more often than chance would have it. */
export const anyMarkdown: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: pieces },
      { weight: 1, arbitrary: fc.string({ unit: "binary" }) },
    ),
    {
      maxLength: 60,
      size: "max",
    },
  )
  .map((parts) => parts.join(""));

/** A page of which it is known what stands where: every word `w12` stands in it once. */
export interface KnownPage {
  readonly markdown: string;
  /** The line of each word that is text. */
  readonly lineOf: ReadonlyMap<string, number>;
}

/** A block: `w` stands for a fresh word that is text, `h` for one that is hidden. */
const templates = fc.constantFrom<readonly string[]>(
  ["w w w"],
  ["w **w", "w** [w", 'w](w.md "h") w'],
  ["w `w` w  ", "w\\", "**w** *w*", "w"],
  ["w `w", "w` w", "w"],
  ["w <!-- h", "h --> w"],
  ["<!-- h", "", "h -->"],
  ["w <b>w</b>", "<br>w"],
  ["w <kbd>w</kbd><i>w", "w</i> <a href='h'>w</a>"],
  ["<p align='h'>w</p><p>", "w</p>"],
  ["<details><summary>w</summary>", "", "w", "", "</details>"],
  ["<h2 align='h'> w </h2>"],
  ["import h from 'h';", "", "<Tabs id='h'>", "", "w w", "", "</Tabs>"],
  ["w [[h|w]] [[w]] ![[h.png]]"],
  ["{{< h >}}", "w {{% h %}} w[^1] w", "{{< /h >}}", "", "[^1]: w w", "{% h %}"],
  ["<pre>", "w", "  w</pre>"],
  ["<table>", "<tr><th>w</th>", "<th>w</th></tr>", "<tr><td>w</td><td>w</td></tr>", "</table>"],
  ["<table><tr><td>w<td>w", "w<tr><td>w</table></div>"],
  ["# w w"],
  ["## w *w*"],
  ["### w ###"],
  ["w", "==="],
  ["w w", "w", "---"],
  ["- w", "- w", "  w", "", "  w", "- w", "  1. w", "     w"],
  ["7. w", "8. w", "", "   ```", "   w", "", "   w", "   ```"],
  ["> w", "> w", ">", "> - w", "w", ">"],
  ["| w | w |", "|---|:-:|", "| w | **w** |", "| w<br>w | `w` |"],
  ["```w w", "w", "", "# w", "```"],
  ["    w", "", "    w"],
  ["***"],
  ["## w {#h}"],
  ["- [x] w", "- [ ] **w**", "  w"],
  ["> [!NOTE]", "> w. w", "> w"],
  ["> [!tip]- w", "> w"],
  [":::note", "", "w. w", "w", "", "- w", ":::"],
  [":::tip[w]", "w", ":::"],
  ["w", ": w", "w", ":   w", "w?", ": **w** w"],
  ['!!! note "w"', "", "    w", "    - w", "", "      w", "", "w"],
  ["!!! note", "    w", "    w", "", "    ```", "    w", "    ```", "", '=== "w"', "    w"],
  ["![w", "w](h.png)"],
  ["[w][r] w", "", "[r]: h.md"],
);

export const anyKnownPage: fc.Arbitrary<KnownPage> = fc
  .tuple(
    fc.array(templates, { maxLength: 14, size: "max" }),
    fc.constantFrom(
      "",
      "---\ntitle: The title\ntags: [a]\n---\n",
      "\n\n",
      "---\naliases:\n  - a\n---\n\n",
    ),
    fc.constantFrom("", "\n", "\n\n\n"),
  )
  .map(([blocks, top, bottom]) => {
    const lineOf = new Map<string, number>();
    const lines = (top + blocks.map((block) => block.join("\n")).join("\n\n")).split("\n");
    let count = 0;
    const written = lines.map((line, index) => {
      // What follows the opening of a code block is its language, and where a link leads is not shown.
      return line.replace(/(?<=```)w w|\(w\.md|\b[wh]\b/g, (found) => {
        if (found.startsWith("(")) return "(hidden.md";
        if (found !== "w") return found === "h" ? `hidden${count++}` : "ts hidden";
        const word = `w${count++}x`;
        lineOf.set(word, index + 1);
        return word;
      });
    });
    return { markdown: written.join("\n") + bottom, lineOf };
  });
