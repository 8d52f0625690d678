import fc from "fast-check";
import MarkdownIt from "markdown-it";
import { describe, expect, it } from "vitest";
import { useLeanTokens } from "../../src/knowledge/lean-tokens.ts";
import { anyMarkdown } from "../support/any-markdown.ts";

const own = new MarkdownIt({ html: false, linkify: false });
const lean = new MarkdownIt({ html: false, linkify: false });
useLeanTokens(lean);

const inline = fc
  .array(
    fc.constantFrom(
      ...Array.from("a.é😀 *_~`[]()!<>&\\|#-\n\t"),
      "**",
      "~~",
      " \n",
      "  \n",
      "\n\t ",
      "](x)",
      "<b>",
      "&amp;",
      "<http://a.b>",
    ),
    { maxLength: 30 },
  )
  .map((some) => some.join(""));

describe("lean tokens", () => {
  it("are the tokens that markdown-it makes", () => {
    fc.assert(
      fc.property(fc.oneof(anyMarkdown, inline), (markdown) => {
        const tokens = lean.parse(markdown, {});
        const expected = own.parse(markdown, {});
        expect(JSON.parse(JSON.stringify(tokens))).toEqual(JSON.parse(JSON.stringify(expected)));
      }),
      { numRuns: 500 },
    );
  });

  it("have the methods of markdown-it's tokens", () => {
    const [list] = lean.parse("3. three", {});
    expect(list?.attrGet("start")).toBe(3);
    expect(lean.render("3. *three*")).toBe(own.render("3. *three*"));
  });
});
