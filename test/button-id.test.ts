import fc from "fast-check";
import { expect, test } from "vitest";
import { buttonId, parseButtonId } from "../src/index.ts";

test("what a button carries comes back as it was, and fits every platform", () => {
  const act = fc.stringMatching(/^[a-z-]{1,20}$/u);
  const key = fc.stringMatching(/^[\w-]{0,64}$/u);
  fc.assert(
    fc.property(act, key, fc.nat(9_999), (act, key, index) => {
      const id = buttonId(act, key, index);
      expect(parseButtonId(id)).toEqual({ act, key, index });
      expect(id.length).toBeLessThanOrEqual(100);
    }),
  );
});

test("anything else is nothing: forged, foreign, of another format", () => {
  const forged = [
    "",
    "hello",
    "d2:vote:a:0",
    "d1:Vote:a:0",
    "d1:vote:a/b:0",
    "d1:vote:a:",
    "d1:vote:a:0 ",
    "x".repeat(100_000),
  ];
  for (const id of forged) expect(parseButtonId(id)).toBeUndefined();
  fc.assert(
    fc.property(fc.string(), (text) => {
      const id = parseButtonId(text);
      if (id !== undefined)
        expect(buttonId(id.act, id.key, id.index)).toBe(text.replace(/:0+(?=\d+$)/u, ":"));
    }),
  );
});
