import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createAnswerBytes } from "../../../adapters/http/answer-bytes.ts";
import { answerJson } from "../../../adapters/http/answer-json.ts";
import type { Answer } from "../../../src/index.ts";
import { anyAnswer } from "../../support/any-answer.ts";

const read = (bytes: Uint8Array): unknown => JSON.parse(new TextDecoder().decode(bytes));
/** Without what JSON has no word for. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe("an answer as bytes", () => {
  it("is its JSON, the first time and every time after", () => {
    const bytesOf = createAnswerBytes();
    fc.assert(
      fc.property(anyAnswer, fc.array(fc.string(), { maxLength: 3 }), (answer, ids) => {
        for (const id of [answer.id, ...ids]) {
          const again: Answer = { ...answer, id };
          expect(read(bytesOf(again))).toEqual(plain(answerJson(again)));
        }
      }),
    );
  });

  it("is never that of another answer, whatever parts the two share", () => {
    const bytesOf = createAnswerBytes();
    fc.assert(
      fc.property(anyAnswer, anyAnswer, fc.string(), (one, other, version) => {
        const { related } = one;
        for (const answer of [one, { ...other, related }, { ...one, version }, one]) {
          expect(read(bytesOf(answer))).toEqual(plain(answerJson(answer)));
        }
      }),
    );
  });

  it("holds nothing of who asked before", () => {
    const bytesOf = createAnswerBytes();
    fc.assert(
      fc.property(anyAnswer, (answer) => {
        const asked = (text: string): Answer => ({ ...answer, query: { ...answer.query, text } });
        bytesOf(asked("what somebody asked"));
        const bytes = bytesOf(asked("what somebody else asked"));
        expect(new TextDecoder().decode(bytes)).not.toContain("asked");
      }),
    );
  });
});
