import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { packPages, unpackPages } from "../../../adapters/node/packed-pages.ts";
import type { Pages } from "../../../src/index.ts";

const text = fc.string({ unit: "binary" });
const pages: fc.Arbitrary<Pages> = fc.record(
  {
    pages: fc.array(
      fc.record(
        { path: text, markdown: text, revision: fc.string(), url: fc.webUrl() },
        { requiredKeys: ["path", "markdown"] },
      ),
      { maxLength: 5 },
    ),
    problems: fc.constant([]),
    synonyms: text,
    questions: text,
    access: fc.array(fc.record({ path: text, text })),
  },
  { requiredKeys: ["pages", "problems"] },
);

describe("packed pages", () => {
  it("are the same pages when they are unpacked, and plain JSON when anybody else does it", async () => {
    await fc.assert(
      fc.asyncProperty(pages, async (some) => {
        const packed = await packPages(some);
        expect(unpackPages(packed)).toEqual(some);
        expect(JSON.parse(gunzipSync(packed).toString("utf8"))).toEqual(some);
      }),
      { numRuns: 50 },
    );
  });

  it("of many megabytes are packed in pieces, wherever a character falls", async () => {
    const markdown = ["é🚀", '\\"\n\u0001'].map((unit) => `x${unit.repeat(400_000)}`).join("\n");
    const some = {
      pages: [
        { path: "a.md", markdown },
        { path: "b.md", markdown: "# B\n" },
      ],
      problems: [],
    };
    expect(unpackPages(await packPages(some))).toEqual(some);
  });

  it("that were cut off anywhere are refused", async () => {
    const packed = await packPages({ pages: [{ path: "a.md", markdown: "# A\n" }], problems: [] });
    for (const length of packed.keys()) {
      expect(() => unpackPages(packed.subarray(0, length))).toThrow(/kept version is damaged/u);
    }
  });
});
