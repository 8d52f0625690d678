import { describe, expect, it } from "vitest";
import { arraysOf, termsFor } from "../support/searching.ts";

const arrays = arraysOf("GitHub keeps a database of recipes", "the hub of a wheel");

/** What each word of a question is searched as besides itself, for its other sayings. */
function otherwise(question: string, synonyms?: string): Record<string, readonly string[]> {
  const { content } = termsFor(arrays, question, synonyms === undefined ? {} : { synonyms });
  return Object.fromEntries(
    content.map(({ word, alternatives }) => [
      word,
      alternatives
        .filter(({ why }) => why === "synonym")
        .map(({ id }) => arrays.vocabulary.stems[id] ?? ""),
    ]),
  );
}

describe("a word of a question is searched as", () => {
  it("the one that the knowledge makes of it and the next", () => {
    expect(otherwise("git hub data base")).toEqual({
      git: ["github"],
      hub: ["github"],
      data: ["databas"],
      base: ["databas"],
    });
  });

  it("itself alone where the two make no word, or one too short to mean it", () => {
    expect(otherwise("hub wheel")).toEqual({ hub: [], wheel: [] });
    expect(otherwise("re cipe")).toEqual({ re: ["recip"], cipe: ["recip"] });
    expect(otherwise("h ub")).toEqual({ h: [], ub: [] });
  });

  it("each synonym of its phrase that shares no word with it", () => {
    expect(otherwise("wheel hub", "- [wheel hub, recipe, hub]\n")).toEqual({
      wheel: ["recip"],
      hub: ["recip"],
    });
  });
});
