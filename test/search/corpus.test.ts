import { describe, expect, it } from "vitest";
import { knowledgeOf } from "../support/searching.ts";

const SECRET = "---\naudience: [board]\n---\n# Plans\n\nThe DuckPond is on-call for ducks.";
const OPEN = "# Pond\n\nThe duckpond has ducks, and an oncall rota.";

describe("a corpus of which some is restricted", () => {
  const counted = (files: Readonly<Record<string, string>>) => {
    const { corpus } = knowledgeOf(files);
    const { stems, words, halves } = corpus.vocabulary;
    const id = stems.indexOf("duckpond");
    return {
      population: corpus.population,
      times: corpus.passageFrequency[id],
      sentences: corpus.sentenceFrequency[id],
      word: words[id],
      halves: [...halves],
    };
  };

  it.each([
    ["before", { "a.md": SECRET, "b.md": OPEN }],
    ["behind", { "b.md": OPEN, "c.md": SECRET }],
    ["around", { "a.md": SECRET, "b.md": OPEN, "c.md": SECRET.replace("Plans", "More plans") }],
  ])("counts and shows only what everybody may read, with the rest %s it", (_, files) => {
    expect(counted(files)).toEqual(counted({ "b.md": OPEN }));
  });

  it("counts all where nobody may read all of it", () => {
    const restricted = counted({ "a.md": SECRET });
    expect([restricted.population, restricted.times]).toEqual([1, 1]);
    expect(restricted.halves).toEqual([["oncall", "on-call"]]);
  });
});
