import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";
import { digest } from "../../../adapters/node/digest.ts";

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

it("a digest is the SHA-256 of the text's UTF-8, whatever is in it and however long it is", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.constantFrom(1, 7, 9_000), (text, times) => {
      const long = text.repeat(times);
      expect(digest(long)).toBe(sha256(long));
    }),
  );
  expect(digest("\ud800 alone")).toBe(sha256("\ud800 alone"));
});
