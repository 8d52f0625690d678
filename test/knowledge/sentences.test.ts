import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readBlocks } from "../../src/knowledge/blocks.ts";
import { sentenceSpans, sentencesOf } from "../../src/knowledge/sentences.ts";

const split = (text: string): string[] =>
  sentenceSpans(text).map(([from, to]) => text.slice(from, to));

describe("the sentences of a paragraph", () => {
  it.each([
    ["One. Two.", ["One.", "Two."]],
    ["Use e.g. Redis. Then stop.", ["Use e.g. Redis.", "Then stop."]],
    [
      "It was in the U.S. Senate. Later it was not.",
      ["It was in the U.S. Senate.", "Later it was not."],
    ],
    ["Is it? Yes! Good.", ["Is it?", "Yes!", "Good."]],
    ['He said "no." Then he left.', ['He said "no."', "Then he left."]],
    ["Version 2.1 of node.js runs.", ["Version 2.1 of node.js runs."]],
    ["今日は。明日は。", ["今日は。", "明日は。"]],
    ["A dot. and no capital.", ["A dot. and no capital."]],
    [
      "we assume a level of returns. the level is long term. nothing else is known here.",
      ["we assume a level of returns.", "the level is long term.", "nothing else is known here."],
    ],
  ])("%s", (text, expected) => {
    expect(split(text)).toEqual(expected);
  });

  it("are in order, apart, and hold every letter between them", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            "One",
            "two",
            "e.g.",
            "U.S.",
            ".",
            "!",
            " ",
            "  ",
            "\n",
            '"',
            "(a)",
            "2.1",
            "。",
          ),
          { maxLength: 40 },
        ),
        (pieces) => {
          const text = pieces.join("");
          let end = 0;
          let held = "";
          for (const [from, to] of sentenceSpans(text)) {
            expect(from).toBeGreaterThanOrEqual(end);
            expect(to).toBeGreaterThan(from);
            expect(text.slice(end, from).trim()).toBe("");
            held += text.slice(from, to);
            end = to;
          }
          expect(text.slice(end).trim()).toBe("");
          expect(held.replaceAll(/\s/gu, "")).toBe(text.replaceAll(/\s/gu, ""));
        },
      ),
    );
  });
});

describe("the sentences of a body", () => {
  it("are sentences, items, rows and code, each with what leads in to it", () => {
    const { blocks } = readBlocks(
      "Two tools:\n\n- one\n- two\n\n| Tool | Use |\n|---|---|\n| a | b |\n\n```\nrun\n```",
    );
    expect(sentencesOf(blocks).map(({ kind, text, leadIn }) => [kind, text, leadIn])).toEqual([
      ["sentence", "Two tools:", ""],
      ["item", "one", "Two tools:"],
      ["item", "two", "Two tools:"],
      ["row", "a | b", ""],
      ["code", "run", ""],
    ]);
  });
});
