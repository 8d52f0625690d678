import { describe, expect, it } from "vitest";
import { plainText } from "../../src/plain-text.ts";
import { found, snapshotOf } from "../support/build-snapshot.ts";

async function answerTo(text: string, paragraphs: readonly string[]): Promise<string> {
  const page = `# Acronyms\n\n${paragraphs.join("\n\n")}\n`;
  return plainText((await found(snapshotOf({ "acronyms.md": page }), text)).body);
}

describe("an explanation of an entry among others", () => {
  it("is that entry alone", async () => {
    const entries = [
      "**OKR** – objectives and key results",
      "**PIP** – performance improvement plan",
      "**RACI**: who is responsible, accountable, consulted, informed",
      "**WFH** – working from home",
    ];
    expect(await answerTo("what does PIP mean?", entries)).toBe(
      "PIP – performance improvement plan",
    );
  });

  it("takes in what belongs to it", async () => {
    const entries = [
      "**PIP** – performance improvement plan.",
      "It takes three months.",
      "**RACI** – who is responsible, accountable, consulted, informed.",
      "It is a table.",
    ];
    const all = [
      "**OKR** – objectives and key results.",
      "**BR** – the works council.",
      ...entries,
    ];
    expect(await answerTo("what does PIP mean?", all)).toBe(
      "PIP – performance improvement plan.\n\nIt takes three months.",
    );
  });

  it("goes on where fewer than three stand in a row", async () => {
    const entries = [
      "**PIP** – performance improvement plan.",
      "**Mind:** the plan is agreed with the works council.",
    ];
    expect(await answerTo("what does PIP mean?", entries)).toContain("works council");
  });
});
