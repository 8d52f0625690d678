import { describe, expect, it } from "vitest";
import { chooseSentence } from "../../src/answer/choose.ts";
import type { Choice } from "../../src/answer/choose.ts";
import { readQuestion } from "../../src/answer/question.ts";
import { rivalOf } from "../../src/answer/rival.ts";
import { sentencesOf } from "../../src/knowledge/sentences.ts";
import { passagesIn, searcherOf } from "../support/searching.ts";

const pages = {
  "berlin.md":
    "# Berlin\n\nVisitors park behind the house. Anna Weiss looks after the parking lot.",
  "paris.md": "# Paris\n\nVisitors park behind the house. The parking lot closes at ten.",
  "canteen.md": "# Canteen\n\nLunch is served at noon. Visitors pay in cash.",
};
const passages = passagesIn(pages);
const searcher = searcherOf(pages);

function choiceFor(text: string): Choice {
  return searcher.search(text, { mayRead: () => true }, ({ arrays, slots, ranked }) => {
    const choice = chooseSentence(
      arrays,
      slots,
      { ...readQuestion(text), text },
      ranked,
      (passage) => sentencesOf(passages[passage]?.body ?? []),
    );
    if (choice === undefined) throw new Error("Nothing was found");
    return choice;
  });
}

/** The page that is quoted beside the answer. */
function beside(text: string, confidence: number): string | undefined {
  const rival = rivalOf(choiceFor(text), readQuestion(text), confidence);
  return rival && passages[rival.passage.passage]?.page;
}

describe("beside an answer", () => {
  const LEVEL = "Explain where visitors park";

  it("stands the passage that answers as well, with its own best sentence", () => {
    const rival = rivalOf(choiceFor(LEVEL), readQuestion(LEVEL), 0.6);
    expect(rival?.sentence.text).toBe("Visitors park behind the house.");
    const chosen = passages[choiceFor(LEVEL).chosen.passage]?.page;
    expect(new Set([chosen, beside(LEVEL, 0.6)])).toEqual(new Set(["berlin.md", "paris.md"]));
  });

  it("stands nothing where it is sure", () => {
    expect(beside(LEVEL, 0.95)).toBeUndefined();
  });

  it("stands nothing where no passage comes near", () => {
    expect(beside("When is lunch served?", 0.6)).toBeUndefined();
  });

  it("stands nothing where it has the name that was asked for", () => {
    expect(beside("Who looks after the parking lot?", 0.6)).toBeUndefined();
  });
});
