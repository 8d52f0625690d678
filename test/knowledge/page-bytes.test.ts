import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodePage } from "../../src/knowledge/page-bytes.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function codes(bytes: Uint8Array): readonly string[] {
  return decodePage(bytes, "page.md").problems.map(({ line, code }) => `${line} ${code}`);
}

describe("a file's bytes", () => {
  it("are UTF-8, without a byte order mark and with one kind of line end", () => {
    expect(decodePage(utf8("\uFEFFä\r\nb\rc\n\r\n"), "page.md")).toEqual({
      text: "ä\nb\nc\n\n",
      problems: [],
    });
  });

  it("are UTF-16 where they begin with its mark", () => {
    const little = new Uint8Array([0xff, 0xfe, 0x61, 0, 0xe4, 0, 0x0d, 0, 0x0a, 0]);
    const big = new Uint8Array([0xfe, 0xff, 0, 0x61, 0, 0xe4, 0, 0x0a]);
    expect(decodePage(little, "page.md")).toEqual({ text: "aä\n", problems: [] });
    expect(decodePage(big, "page.md")).toEqual({ text: "aä\n", problems: [] });
  });

  it("that are no UTF-8 are replaced and reported where they stand", () => {
    const bytes = new Uint8Array([
      ...utf8("The first line\r\nGr"),
      0xfc,
      0xdf,
      ...utf8("e to everybody\n"),
    ]);
    const { text, problems } = decodePage(bytes, "page.md");
    expect(text).toBe("The first line\nGr\uFFFD\uFFFDe to everybody\n");
    expect(problems).toMatchObject(
      [
        {
          page: "page.md",
          line: 2,
          severity: "warning",
          code: "not-utf8",
          message: /^2 characters are/,
        },
      ].map((problem) => ({
        ...problem,
        message: expect.stringMatching(problem.message) as string,
      })),
    );
  });

  it("that say U+FFFD themselves are fine", () => {
    expect(codes(utf8("the character \uFFFD stands for others"))).toEqual([]);
  });

  it("that are no text are left out", () => {
    for (const bytes of [
      utf8("a\0b"),
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]),
      Uint8Array.from({ length: 5_000 }, (_, index) => 128 + (index % 64)),
    ]) {
      expect(decodePage(bytes, "page.md").text).toBeUndefined();
      expect(codes(bytes)).toEqual(["0 page-binary"]);
    }
  });

  it("over 2 MB are left out", () => {
    expect(codes(new Uint8Array(2_000_001).fill(97))).toEqual(["0 page-too-large"]);
    expect(codes(new Uint8Array(2_000_000).fill(97))).toEqual([]);
  });

  it("of any kind give text or a reason, and what UTF-8 can say comes back", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const { text, problems } = decodePage(bytes, "page.md");
        expect(text !== undefined || problems.length > 0).toBe(true);
        expect(text ?? "").not.toContain("\r");
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        fc.pre(!/[\r\0\uFEFF]/.test(text));
        expect(decodePage(utf8(text), "page.md").text).toBe(text);
      }),
    );
  });
});
