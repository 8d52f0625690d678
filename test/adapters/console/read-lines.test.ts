import { Readable } from "node:stream";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readLines } from "../../../adapters/console/read-lines.ts";

async function linesOf(...parts: readonly (string | Uint8Array)[]): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of readLines(Readable.from(parts))) lines.push(line);
  return lines;
}

describe("reading lines", () => {
  it.each([
    ["ends at LF and CRLF", "one\r\ntwo\nthree", ["one", "two", "three"]],
    ["keeps empty lines, so that answers stay in step", "one\n\ntwo\n", ["one", "", "two"]],
    ["does not end at other separators", "a\u2028b\rc\n", ["a\u2028b\rc"]],
    ["leaves out a byte-order mark", "\uFEFFone\n\uFEFFtwo", ["one", "\uFEFFtwo"]],
    ["finds none in nothing", "", []],
  ])("%s", async (_name, text, expected) => {
    expect(await linesOf(text)).toEqual(expected);
  });

  it("gives the same lines wherever the bytes are parted", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: "grapheme" })),
        fc.integer({ min: 1, max: 7 }),
        async (some, size) => {
          const text = some.join("\n");
          const bytes = Buffer.from(text);
          const parts = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
            bytes.subarray(index * size, (index + 1) * size),
          );
          expect(await linesOf(...parts)).toEqual(await linesOf(text));
        },
      ),
      { numRuns: 50 },
    );
  });

  it("reads a line of ten million characters", async () => {
    const part = "x".repeat(100_000);
    const lines = await linesOf(...Array.from({ length: 100 }, () => part));
    expect(lines.map((line) => line.length)).toEqual([10_000_000]);
  });
});
