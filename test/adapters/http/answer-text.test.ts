import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerJson } from "../../../adapters/http/answer-json.ts";
import { createAnswerText } from "../../../adapters/http/answer-text.ts";
import type { Answer } from "../../../src/index.ts";
import { anyAnswer } from "../../support/any-answer.ts";

/** Each character of it is a byte. */
const read = (text: string): unknown => JSON.parse(Buffer.from(text, "latin1").toString("utf8"));
/** Without what JSON has no word for. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe("an answer as text", () => {
  it("is its JSON, the first time and every time after", () => {
    const textOf = createAnswerText();
    fc.assert(
      fc.property(anyAnswer, fc.array(fc.string(), { maxLength: 3 }), (answer, ids) => {
        for (const id of [answer.id, ...ids]) {
          const again: Answer = { ...answer, id };
          expect(read(textOf(again))).toEqual(plain(answerJson(again)));
        }
      }),
    );
  });

  it("is never that of another answer, whatever parts the two share", () => {
    const textOf = createAnswerText();
    fc.assert(
      fc.property(anyAnswer, anyAnswer, fc.string(), (one, other, version) => {
        const { related } = one;
        for (const answer of [one, { ...other, related }, { ...one, version }, one]) {
          expect(read(textOf(answer))).toEqual(plain(answerJson(answer)));
        }
      }),
    );
  });

  it("holds nothing of who asked before", () => {
    const textOf = createAnswerText();
    fc.assert(
      fc.property(anyAnswer, (answer) => {
        const asked = (text: string): Answer => ({ ...answer, query: { ...answer.query, text } });
        textOf(asked("what somebody asked"));
        const text = textOf(asked("what somebody else asked"));
        expect(text).not.toContain("asked");
      }),
    );
  });
});
