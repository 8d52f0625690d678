import { describe, expect, it } from "vitest";
import { createPacker, passageOf } from "../../src/knowledge/compact.ts";
import { passagesOf } from "../../src/knowledge/passages.ts";

const passages = passagesOf({
  path: "it/vpn.md",
  markdown:
    "---\nowner: it\nreviewed: 2026-11-02\nurl: https://kb.example.com/vpn\naudience: [staff]\n---\n# VPN\n\nIt *connects*.\n\n## Steps\n\n1. One `a`\n2. Two\n\n| A | B |\n|---|---|\n| 1 | 2 |",
}).passages.map(({ passage }) => passage);

describe("a packed passage", () => {
  it("says what the passage says", () => {
    const pack = createPacker();
    for (const passage of passages) expect(passageOf(pack(passage))).toEqual(passage);
    expect(passages.flatMap((passage) => Object.keys(passage))).toContain("reviewed");
  });

  it("is copied and cloned as plain data", () => {
    const pack = createPacker();
    for (const passage of passages) {
      const packed = passageOf(pack(passage));
      expect({ ...packed }).toEqual(passage);
      expect(structuredClone(packed)).toEqual(passage);
      expect(JSON.parse(JSON.stringify(packed))).toEqual(JSON.parse(JSON.stringify(passage)));
    }
  });

  it("stays readable when many others were read since", () => {
    const pack = createPacker();
    const [first] = passages;
    if (first === undefined) throw new Error("no passage");
    const packed = Array.from({ length: 600 }, (_, at) =>
      passageOf(
        pack({
          ...first,
          body: [{ kind: "code", language: "", text: `number ${at}`, lines: [1, 1] }],
        }),
      ),
    );
    expect(packed.map(({ text }) => text)).toEqual(packed.map((_, at) => `number ${at}`));
    expect(packed[0]?.text).toBe("number 0");
  });
});
