import { describe, expect, it } from "vitest";
import { chooseSentence } from "../../src/answer/choose.ts";
import { readQuestion } from "../../src/answer/question.ts";
import { CHOICE, SENTENCE } from "../../src/answer/weights.ts";
import { sentencesOf } from "../../src/knowledge/sentences.ts";
import { passagesIn, searcherOf } from "../support/searching.ts";

const pages = {
  "python.md":
    "# Python\n\nPython is a language. Guido van Rossum created Python in 1991. Many like it.",
  "java.md":
    "# Java\n\nJava is a language. It runs on a machine of its own. James Gosling created Java in 1995.",
  "list.md":
    "# Ports\n\nThese ports are open:\n\n- Postgres listens on 5432\n- Redis listens on 6379",
};
const passages = passagesIn(pages);
const searcher = searcherOf(pages);

function choose(text: string) {
  return searcher.search(text, { mayRead: () => true }, ({ arrays, slots, ranked }) =>
    chooseSentence(arrays, slots, { ...readQuestion(text), text }, ranked, (passage) =>
      sentencesOf(passages[passage]?.body ?? []),
    ),
  );
}

describe("the sentence that answers", () => {
  it.each([
    ["who created python", "Guido van Rossum created Python in 1991."],
    ["when was java created", "James Gosling created Java in 1995."],
    ["which port does redis listen on", "Redis listens on 6379"],
    ["what is python", "Python is a language."],
  ])("to %s is: %s", (question, sentence) => {
    expect(choose(question)?.chosen.sentence.text).toBe(sentence);
  });

  it("is one of the best passages' sentences, each with all its signals", () => {
    const choice = choose("who created java");
    expect(choice?.sentences.length).toBeGreaterThan(2);
    for (const { signals } of choice?.sentences ?? [])
      expect(signals).toHaveLength(SENTENCE.length);
    expect(new Set(choice?.sentences.map(({ passage }) => passage)).size).toBeLessThanOrEqual(
      CHOICE.passages,
    );
  });

  it("comes with the passages in their final order, all of them, best first", () => {
    const choice = choose("language created");
    const scores = choice?.ranked.map(({ score }) => score) ?? [];
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(new Set(choice?.ranked.map(({ passage }) => passage)).size).toBe(choice?.ranked.length);
  });

  it("is missing where nothing was found", () => {
    expect(choose("xyzzy plugh")).toBeUndefined();
  });
});
