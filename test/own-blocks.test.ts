import fc from "fast-check";
import { expect, test } from "vitest";
import { paragraph, withCode } from "../src/own-blocks.ts";
import { plainText } from "../src/plain-text.ts";

test("what stands between backticks is code, and a backtick without a fellow is itself", () => {
  expect(withCode("`audience` has `all` and `")).toEqual([
    { kind: "code", text: "audience" },
    " has ",
    { kind: "code", text: "all" },
    " and `",
  ]);
  expect(withCode("``")).toEqual(["``"]);
});

test("nothing of a text is lost but the backticks of its code", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const shown = plainText([paragraph(...withCode(text))]);
      expect(shown.replaceAll("`", "")).toBe(plainText([paragraph(text)]).replaceAll("`", ""));
    }),
  );
});
