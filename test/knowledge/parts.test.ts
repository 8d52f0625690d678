import { describe, expect, it } from "vitest";
import { readBlocks } from "../../src/knowledge/blocks.ts";
import { partsOf } from "../../src/knowledge/parts.ts";
import { plainText } from "../../src/plain-text.ts";
import type { Block } from "../../src/types.ts";

function parts(markdown: string): readonly (readonly Block[])[] {
  return partsOf(readBlocks(markdown).blocks).map(({ body }) => body);
}

const sentence = "This sentence has a good forty characters. ";
const rows = (count: number): string =>
  Array.from({ length: count }, (_, index) => `| country ${index} | ${sentence}|`).join("\n");

describe("a section", () => {
  it("of a screenful stays whole", () => {
    expect(parts(`${sentence.repeat(15)}\n\n${sentence.repeat(15)}`)).toHaveLength(1);
    expect(partsOf([])).toEqual([]);
  });

  it("that is longer is cut between its blocks, in order and without loss", () => {
    const markdown = Array.from(
      { length: 12 },
      (_, index) => `${index} ${sentence.repeat(10)}`,
    ).join("\n\n");
    const cut = parts(markdown);
    expect(cut.length).toBeGreaterThan(2);
    expect(cut.flat()).toEqual(readBlocks(markdown).blocks);
    for (const part of cut) expect(plainText(part).length).toBeLessThanOrEqual(1_900);
  });

  it("keeps a long paragraph, a long code block and a long item whole", () => {
    const paragraph = sentence.repeat(60);
    const code = ["```", ...Array.from({ length: 90 }, () => sentence), "```"].join("\n");
    const item = `- ${sentence.repeat(60)}`;
    const cut = parts(`${paragraph}\n\n${code}\n\n${item}\n- short`);
    expect(cut.map((part) => part.map(({ kind }) => kind))).toEqual([
      ["paragraph"],
      ["code"],
      ["list"],
      ["list"],
    ]);
  });
});

describe("a long table", () => {
  const cut = parts(
    `Before.\n\nPay by country:\n\n| country | pay |\n|---|---|\n${rows(100)}\n\nAfter.`,
  );

  it("is cut between rows, each part under the header and the paragraph that leads in", () => {
    expect(cut.length).toBeGreaterThan(3);
    for (const part of cut) {
      const text = plainText(part);
      expect(text.length).toBeLessThanOrEqual(1_900);
      expect(text).toContain("Pay by country:\n\ncountry | pay\ncountry ");
    }
    const [first, second] = cut;
    expect(first?.map(({ kind }) => kind)).toEqual(["paragraph", "paragraph", "table"]);
    expect(second?.map(({ kind }) => kind)).toEqual(["paragraph", "table"]);
    expect(plainText(cut.at(-1) ?? [])).toMatch(/After\.$/);
  });

  it("loses and repeats no row, and every part says where it stands", () => {
    const tables = cut.flat().filter((block) => block.kind === "table");
    const lines = tables.flatMap((table) => table.rows.map((row) => row.lines[0]));
    expect(lines).toEqual(Array.from({ length: 100 }, (_, index) => 7 + index));
    for (const table of tables) {
      expect(table.lines).toEqual([5, table.rows.at(-1)?.lines[1]]);
    }
  });
});

describe("a long list", () => {
  it("is cut between items that keep their numbers", () => {
    const items = Array.from({ length: 60 }, (_, index) => `${index + 4}. ${sentence}`).join("\n");
    const lists = parts(`Do this:\n\n${items}`).map((part) => {
      expect(plainText(part.slice(0, 1))).toBe("Do this:");
      return part[1];
    });
    expect(lists.length).toBeGreaterThan(1);
    let step = 4;
    for (const list of lists) {
      if (list?.kind !== "list") throw new Error("not a list");
      expect(list.start).toBe(step);
      expect(list.lines).toEqual([step - 1, step - 2 + list.items.length]);
      step += list.items.length;
    }
    expect(step).toBe(64);
  });

  it("has no lead-in where the paragraph above is long itself", () => {
    const items = Array.from({ length: 60 }, () => `- ${sentence}`).join("\n");
    const cut = parts(`${sentence.repeat(10)}\n\n${items}`);
    expect(cut[0]?.map(({ kind }) => kind)).toEqual(["paragraph"]);
    expect(cut[1]?.map(({ kind }) => kind)).toEqual(["list"]);
  });
});

describe("a long quote", () => {
  it("is cut between its blocks", () => {
    const cut = parts(Array.from({ length: 9 }, () => `> ${sentence.repeat(9)}`).join("\n>\n"));
    expect(cut.length).toBeGreaterThan(1);
    expect(cut.flat().every(({ kind }) => kind === "quote")).toBe(true);
    expect(cut.map(([quote]) => quote?.lines)).toEqual([
      [1, 7],
      [9, 15],
      [17, 17],
    ]);
  });
});

describe("a table of headers alone", () => {
  it("stays, however wide", () => {
    const wide = `${"| head ".repeat(400)}|\n${"|---".repeat(400)}|`;
    expect(parts(wide)).toHaveLength(1);
  });
});
