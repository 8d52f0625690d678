import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readQuestionFile } from "../../src/knowledge/question-file.ts";

const PIECES = [
  "- ",
  "ask:",
  "expect:",
  "abstain: ",
  "true",
  "\n",
  "  ",
  "[",
  "]",
  "{",
  "}",
  "&a ",
  "*a",
  "!!js ",
  '"',
  "#",
  "|",
  "x",
];

describe("questions.yaml", () => {
  it("is read entry by entry, each with its line", () => {
    const { questions, problems } = readQuestionFile(
      "# ours\n- ask: What is it?\n  expect: a.md#b\n\n- question: And who?\n  abstain: true\n",
    );
    expect(problems).toEqual([]);
    expect(questions).toEqual([
      { text: "What is it?", line: 2, expect: ["a.md#b"], expectText: [], abstain: false },
      { text: "And who?", line: 5, expect: [], expectText: [], abstain: true },
    ]);
  });

  it("keeps the entries that can be read beside one that cannot", () => {
    const { questions, problems } = readQuestionFile("- ask: x\n- ask: y\n  expect: a.md\n");
    expect(questions.map(({ text }) => text)).toEqual(["y"]);
    expect(problems).toMatchObject([{ page: "questions.yaml", line: 1, code: "question-broken" }]);
  });

  it.each([
    "&a [*a]",
    "- &a {ask: *a}",
    "- !!js/function 'x'",
    "[".repeat(20_000),
    "- ask: {__proto__: x}",
  ])("has no way to run or expand anything: %j", (text) => {
    expect(readQuestionFile(text).questions).toEqual([]);
  });

  it("never throws, and every problem says where and what to do", () => {
    const pieces = fc
      .array(fc.constantFrom(...PIECES), { maxLength: 40 })
      .map((all) => all.join(""));
    fc.assert(
      fc.property(fc.oneof(pieces, fc.string()), (text) => {
        for (const { line, message, remedy } of readQuestionFile(text).problems) {
          expect(line).toBeGreaterThan(0);
          expect([message, remedy]).not.toContain("");
        }
      }),
    );
  });
});
