/**
 * Text of about `size` characters that parsers of Markdown, YAML and HTML have taken quadratic time
 * or worse for.
 */
export const HOSTILE: Readonly<Record<string, (size: number) => string>> = {
  "open brackets": (size) => fill("[", size),
  "half short codes": (size) => fill("{{< a {{% b ", size),
  "half tags and notes": (size) => fill("{% a [^b ", size),
  "open images": (size) => fill("![", size),
  "images in images": (size) => fill("![", size / 2) + fill("](x)", size / 2),
  "links in links": (size) => fill("[", size / 4) + fill("](x)", size),
  "half links": (size) => fill("[a](<b", size),
  "half titles": (size) => fill("[a](b 'c\n", size),
  "emphasis that never closes": (size) => fill("*a **b _c ", size),
  "emphasis that only closes": (size) => fill("c* ", size),
  "emphasis in emphasis": (size) => fill("*a **b ", size / 2) + fill("b** a*", size / 2),
  "runs of backticks, each longer": (size) =>
    Array.from({ length: Math.sqrt(2 * size) }, (_, length) => "`".repeat(length + 1)).join(" "),
  "quotes in quotes": (size) => fill(">", size),
  "a staircase of quotes": (size) =>
    Array.from({ length: Math.sqrt(2 * size) }, (_, depth) => `${">".repeat(depth)}a\n`).join(""),
  "lists in lists": (size) => fill("- ", size),
  "a staircase of lists": (size) =>
    Array.from({ length: Math.sqrt(size) }, (_, depth) => `${" ".repeat(2 * depth)}- a\n`).join(""),
  "lazy lines of a quote": (size) => `> a\n${fill("b\n", size)}`,
  "one paragraph of short lines": (size) => `${fill("a\n", size)}===`,
  "a table of empty cells": (size) => `${fill("|a", size / 2)}|\n${fill("|-", size / 2)}|`,
  "rows that are too short": (size) =>
    `${fill("|a", size / 3)}|\n${fill("|-", size / 3)}|\n${fill("|x|\n", size / 3)}`,
  "tables one after the other": (size) => fill("a|b\n-|-\n", size),
  "open comments": (size) => fill("<!--", size),
  "open comments, a line each": (size) => fill("<!--\n", size),
  "open comments in one item": (size) => `- a\n${fill("  <!--\n", size)}\nx -->`,
  "open comments in a quote": (size) => `${fill("> <!--\n", size)}\n-->`,
  "open comments in a link": (size) => `[${fill("<!-- ", size)}](x) -->`,
  "half anchors": (size) => fill('<a name="', size),
  "spaces in a tag": (size) => `<a${fill(" ", size)}`,
  "tags that never close": (size) => fill("<b>a<code>b", size),
  "tags that only close": (size) => fill("</b>a</code>b", size),
  "tags in tags": (size) => fill("<b><i>", size / 2) + fill("</i></b>", size / 2),
  "tags that say nothing": (size) => fill("<u><p>", size),
  "half tags": (size) => fill('<a href="', size),
  "attributes of a tag": (size) => `<a${fill(" b=c", size)}`,
  "tables of HTML that never end": (size) => fill("<table>\n", size),
  "tables of HTML in one": (size) => `${fill("<table>\n", size)}</table>`,
  "tables of HTML in items": (size) => `${fill("- <table>\n\n", size)}</table>`,
  "rows of a table of HTML": (size) => `<table>${fill("<tr><td>a", size)}</table>`,
  "cells of a table of HTML": (size) => `<table><tr>${fill("<td>a\n", size)}</table>`,
  "headings of HTML that never end": (size) => fill("<h1>a\n", size),
  "code of HTML, a line each": (size) => fill("<pre>a</pre>\n", size),
  "pictures in a heading": (size) => `# ${fill("![](x) ", size)}a`,
  "pictures in a heading of HTML": (size) => `<h1>${fill("<img src=x alt=y> ", size)}</h1>`,
  "comments in a table of HTML": (size) => `<table><tr><td>a${fill("<!--b", size)}--></table>`,
  "open comments in a table of HTML": (size) => `<table><tr><td>a${fill("<!--b", size)}</table>`,
  "open code in a table of HTML": (size) => `<table><tr><td><code>${fill("a", size)}</table>`,
  "attributes that never end": (size) => fill("<a b='", size) + fill('<a b="', size),
  "components, all by themselves": (size) => fill("<Ab>", size),
  "components that never end": (size) => fill("<Ab c='d' ", size),
  "the name of a component": (size) => `<A${fill("a", size)}`,
  "blanks in a component": (size) => `<Ab${fill(" ", size)}`,
  "links of a wiki": (size) => fill("[[a|b]]", size),
  "half links of a wiki": (size) => fill("[[a#", size),
  "lines that import": (size) => fill("import 'a'\n", size),
  "remarks in remarks": (size) =>
    Array.from({ length: Math.sqrt(size / 2) }, (_, depth) => `${" ".repeat(4 * depth)}!!! note\n`)
      .join("")
      .concat("a"),
  "remarks that never end": (size) => fill(":::note\n", size),
  "remarks without text": (size) => fill("!!! note\n\n\n", size),
  "definitions of terms": (size) => fill("a\n: b\n\n", size),
  "definitions of one term": (size) => `a\n${fill(": b\n", size)}`,
  breaks: (size) => fill("<br>", size),
  "half entities": (size) => fill("&#", size),
  backslashes: (size) => fill("\\", size),
  "spaces between words": (size) => `a${fill(" ", size)}b`,
  "hashes behind a heading": (size) => `# a ${fill("# ", size)}b`,
  "headings of one name": (size) => fill("# a\nb\n", size),
  fences: (size) => fill("~~~~\n```\n", size),
  "blank lines of an open fence": (size) => `\`\`\`\n${fill(" \n", size)}`,
  definitions: (size) => fill("[a]: b 'c'\n", size / 2) + fill("[a]", size / 2),
  "half definitions": (size) => fill("[a\n", size),
  "blank lines": (size) => fill(" \n", size),
  "spaces behind the first rule": (size) => `---${fill(" ", size)}x\n`,
  "front matter without an end": (size) => `---\n${fill("aud: b\n", size)}`,
  rules: (size) => fill("---\n", size),
  "control characters": (size) => fill("\u0007\u202E", size),
  "halves of characters": (size) => fill("\uD83D", size),
  "questions for sections": (size) =>
    `---\nquestions:\n${fill(" - a -> #b\n", Math.min(size, 30_000))}---\n${fill("# c\nd\n", size)}`,
};

function fill(piece: string, size: number): string {
  return piece.repeat(Math.max(1, Math.floor(size / piece.length)));
}
