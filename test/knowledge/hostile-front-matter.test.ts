import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseFrontMatter } from "../../src/knowledge/front-matter.ts";
import { codes, parse } from "../support/front-matter.ts";

describe("hostile front matter", () => {
  it("in JavaScript is not run", () => {
    const parsed = parse("---js", "{ title: (globalThis.canary = 1) }", "---", "text");
    expect(globalThis).not.toHaveProperty("canary");
    expect(parsed).toMatchObject({ bodyLine: 4, body: "text" });
    expect(codes(parsed)).toEqual(["1 front-matter-language"]);
  });

  it("with tags calls nothing", () => {
    const parsed = parse("---", "title: !!js/function 'function(){}'", "---");
    expect(parsed.frontMatter.title).toBe("function(){}");
  });

  it("expands no alias and no merge key", () => {
    const bomb = [
      "a: &a [x, x, x, x, x, x, x, x, x]",
      ..."bcdefgh".split("").map((name, index) => {
        const before = "abcdefgh"[index] ?? "a";
        return `${name}: &${name} [${Array.from({ length: 9 }, () => `*${before}`).join(", ")}]`;
      }),
    ];
    const parsed = parse(
      "---",
      ...bomb,
      "tags: *h",
      "aliases: [*h]",
      "<<: *a",
      "title: VPN",
      "---",
    );
    expect(parsed.frontMatter).toMatchObject({ title: "VPN", tags: [], aliases: [] });
    expect(codes(parsed).filter((code) => code.endsWith("wrong-type"))).toHaveLength(2);
  });

  it("reaches no prototype", () => {
    const parsed = parse(
      "---",
      "__proto__: {polluted: yes}",
      "constructor: x",
      "toString: y",
      "---",
    );
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
    expect(Object.getPrototypeOf(parsed.frontMatter)).toBe(Object.prototype);
    expect(codes(parsed)).toEqual(["2 unknown-key"]);
    expect(parsed.problems[0]?.message).toBe(
      "`__proto__`, `constructor` and `toString` are not known in front matter",
    );
  });

  it("of any shape never throws, and keeps every line of the body in its place", () => {
    const pieces = fc.oneof(
      fc.string({ maxLength: 20 }),
      fc.constantFrom(
        "---",
        "...",
        "- ",
        "{",
        "[",
        "&a",
        "*a",
        "!!x",
        "? ",
        ": ",
        "|",
        "'",
        '"',
        "#",
        "%YAML",
      ),
      fc.constantFrom("title: a", "audience: [x]", "tags:", "  - b", "questions: c", "\t", ""),
    );
    fc.assert(
      fc.property(
        fc.array(pieces, { maxLength: 20 }),
        fc.constantFrom("---", "---js", ""),
        (lines, top) => {
          const markdown = [top, ...lines, "---", "body"].join("\n");
          const parsed = parseFrontMatter(markdown, "page.md");
          expect(
            markdown
              .split("\n")
              .slice(parsed.bodyLine - 1)
              .join("\n"),
          ).toBe(parsed.body);
          const last = markdown.split("\n").length;
          for (const { line } of parsed.problems)
            expect(line).toSatisfy((at: number) => at >= 0 && at <= last);
          expect(parsed.questionLines).toHaveLength(parsed.frontMatter.questions.length);
        },
      ),
      { numRuns: 500 },
    );
  });

  it.each([
    ["---" + " ".repeat(1_000_000) + "x\n", "spaces behind the first rule"],
    [" \n".repeat(500_000) + "---\n", "blank lines"],
    ["---\n" + "aud".repeat(300_000), "the beginning of a key"],
    ["---\n" + "a: b\n".repeat(200_000), "keys without an end"],
    ["---\n".repeat(250_000), "rules"],
    ["---\na: " + "[".repeat(30_000) + "\n---\n", "open brackets"],
    ["---\n" + "a:\n".repeat(10_000) + "---\n", "one key, often"],
    ["---\n" + "- ".repeat(15_000) + "\n---\n", "nested lists"],
  ])("does not take long over a million characters (%#)", (markdown) => {
    expect(parseFrontMatter(markdown, "page.md").frontMatter.title).toBeUndefined();
  });
});
