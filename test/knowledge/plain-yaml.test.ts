import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readAnyYaml } from "../../src/knowledge/front-matter-yaml.ts";
import { parse } from "yaml";
import { readPlainLists, readPlainYaml } from "../../src/knowledge/plain-yaml.ts";

const bits = fc.constantFrom(
  ...Array.from("abZ9é-?:#,'\"[]{}&*!|>%@`~\\ .\n"),
  "null",
  "Null",
  "~",
  ": ",
  " #",
  "- ",
  "\u00A0",
  "\t",
  "\u2028",
  "--- ",
  "<<",
  "\n# x",
  "😀",
);
const scribble = fc.array(bits, { maxLength: 8 }).map((some) => some.join(""));
const scalars = fc.oneof(
  fc.constantFrom(
    "two words",
    "2026-11-02",
    "1.10",
    "C++",
    "http://a.b/c#d",
    "null",
    "it's",
    "a, b",
  ),
  scribble,
  scribble.map((text) => `"${text}"`),
  scribble.map((text) => `'${text}'`),
);
const values = fc.oneof(
  scalars,
  fc.array(scalars, { maxLength: 4 }).map((some) => `[${some.join(", ")}]`),
  fc
    .tuple(fc.constantFrom("", " ", "  "), fc.array(scalars, { maxLength: 4 }))
    .map(([indent, some]) => some.map((one) => `\n${indent}- ${one}`).join("")),
  fc
    .array(fc.tuple(fc.constantFrom("", " ", "  "), scalars), { maxLength: 3 })
    .map((some) => some.map(([indent, one]) => `\n${indent}- ${one}`).join("")),
);
const keys = fc.oneof(
  fc.constantFrom("title", "ms.date", "a-b", "questions", "null", "__proto__"),
  scribble,
);
const frontMatter = fc
  .array(
    fc
      .tuple(keys, fc.constantFrom(": ", ":", ":  ", " : "), values)
      .map(([key, colon, value]) => key + colon + value),
    { maxLength: 4 },
  )
  .map((lines) => lines.join("\n"));

describe("plain front matter", () => {
  it("is read just as the YAML parser reads it", () => {
    let plain = 0;
    fc.assert(
      fc.property(frontMatter, (yaml) => {
        const entries = readPlainYaml(yaml, 3);
        if (entries === undefined) return;
        plain += 1;
        expect(readAnyYaml(yaml, 3)).toEqual({ kind: "entries", entries });
      }),
      { numRuns: 3_000 },
    );
    expect(plain).toBeGreaterThan(300);
  });

  it("is what pages usually have", () => {
    const usual = [
      "title: Salaries in India (2026)",
      "aliases: [LPA, lakh per annum, backend pay]",
      "owner:",
      "",
      'sources: ["Backend, a guide", rules]',
      "questions:",
      "  - What does LPA mean?",
      '  - "And now? -> #now"',
      "never:",
      "- Who pays most?",
    ].join("\n");
    expect(readPlainYaml(usual, 1)).toEqual([
      {
        key: "title",
        line: 1,
        value: { kind: "text", text: { text: "Salaries in India (2026)", line: 1 } },
      },
      {
        key: "aliases",
        line: 2,
        value: {
          kind: "list",
          texts: ["LPA", "lakh per annum", "backend pay"].map((text) => ({ text, line: 2 })),
        },
      },
      { key: "owner", line: 3, value: { kind: "nothing" } },
      {
        key: "sources",
        line: 5,
        value: {
          kind: "list",
          texts: ["Backend, a guide", "rules"].map((text) => ({ text, line: 5 })),
        },
      },
      {
        key: "questions",
        line: 6,
        value: {
          kind: "list",
          texts: [
            { text: "What does LPA mean?", line: 7 },
            { text: "And now? -> #now", line: 8 },
          ],
        },
      },
      {
        key: "never",
        line: 9,
        value: { kind: "list", texts: [{ text: "Who pays most?", line: 10 }] },
      },
    ]);
  });

  it.each([
    ["a comment", "title: x # y"],
    ["a key in a value", "title: a: b"],
    ["an escape", 'title: "a\\n"'],
    ["a text of several lines", "title: |\n  a\n  b"],
    ["a continued line", "title: a\n  b"],
    ["an alias", "title: *a"],
    ["a tag", "title: !!js/function x"],
    ["keys in keys", "title:\n  a: b"],
    ["a list in a list", "tags:\n  - - a"],
    ["lists out of line", "tags:\n  - a\n - b"],
    ["a list below a text", "title: a\n- b"],
    ["a list below null", "title: null\n- b"],
    ["an unclosed list", "tags: [a, b"],
    ["no key", "title"],
  ])("with %s is for the YAML parser", (_what, yaml) => {
    expect(readPlainYaml(yaml, 1)).toBeUndefined();
  });
});

/** Words are told apart by how they are spelled, not by the room between them. */
const oneSpaced = (lists: unknown): unknown =>
  JSON.parse(JSON.stringify(lists), (_, value: unknown) =>
    typeof value === "string" ? value.replaceAll(/\s+/g, " ").trim() : value,
  );

describe("a plain list of lists", () => {
  const words = fc.oneof(
    scalars,
    fc.constantFrom(
      "true",
      "12",
      "1e3",
      "1.5",
      "2fa",
      '"3"',
      "12:30",
      "ten 10",
      "0x1F",
      "0o7",
      "1_0",
      "",
    ),
    {
      weight: 9,
      arbitrary: fc.constantFrom("back end", "C++", '"it is"', "dry", "don't"),
    },
  );
  const line = fc.oneof(
    {
      weight: 5,
      arbitrary: fc.array(words, { maxLength: 4 }).map((some) => `- [${some.join(", ")}]`),
    },
    fc.constantFrom("# note", "", "- a", " - [a, b]", "- [a, b] # note", "- [a, [b]]", "key: [a]"),
  );

  it("says what the YAML parser says, wherever it says anything", () => {
    let plain = 0;
    fc.assert(
      fc.property(fc.array(line, { maxLength: 4 }), (lines) => {
        const lists = readPlainLists(lines.join("\n"));
        if (lists === undefined) return;
        plain += 1;
        expect(lists).toEqual(oneSpaced(parse(lines.join("\n"))));
      }),
      { numRuns: 5_000 },
    );
    expect(plain).toBeGreaterThan(300);
  });
});
