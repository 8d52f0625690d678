import { describe, expect, it } from "vitest";
import { knowledgeOf, piecesOf } from "../../src/knowledge/pieces.ts";
import { readPages } from "../../src/knowledge/read-pages.ts";

const sections = Array.from({ length: 1_200 }, (_, at) => `## Part ${at}\n\nNumber ${at} hums.`);
const knowledge = readPages({
  pages: [
    {
      path: "bees.md",
      markdown: `---\naliases: [wi-fi bees]\nquestions:\n  - Who hums? -> #part-7\nnever:\n  - Who sings?\n---\n# Bees\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\n${sections.join("\n\n")}`,
    },
    {
      path: "staff/pay.md",
      markdown: "---\naudience: [staff]\nnonsense: 1\n---\n# Pay\n\nIn May.",
    },
  ],
  synonyms: "- [bee, insect]\n",
  access: [{ path: "staff/_access.yaml", text: "audience: [staff]" }],
  problems: [],
});

describe("knowledge in pieces", () => {
  it("is the same knowledge once each piece was cloned", () => {
    const pieces = [...piecesOf(knowledge)].map((piece) => structuredClone(piece));
    expect(knowledgeOf(pieces)).toEqual(knowledge);
  });

  it("has no piece that holds more than a thousand passages", () => {
    const pieces = [...piecesOf(knowledge)];
    const lengths = pieces.flatMap((piece) =>
      Array.isArray(piece) && piece[0] === "passages" ? [(piece[1] as unknown[]).length] : [],
    );
    expect(lengths).toEqual([1_000, 202]);
  });
});
