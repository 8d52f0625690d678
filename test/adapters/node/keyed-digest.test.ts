import { createHmac } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createKeyedDigest } from "../../../adapters/node/keyed-digest.ts";

test("A keyed digest is Node's own HMAC, whatever the key and the text", () => {
  const text = fc.string({ unit: "binary" });
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), text, (key, what) => {
      const expected = createHmac("sha256", key).update(what).digest();
      expect(createKeyedDigest(key)(what)).toEqual(expected);
    }),
  );
});
