import { describe, expect, it } from "vitest";
import { restated } from "../../src/answer/restated.ts";

describe("a follow-up asks the question before anew", () => {
  it.each([
    ["and the least?", "Which cities pay the most?", "Which cities pay the least?"],
    ["and the lowest?", "Which cities pay the most?", "Which cities pay the lowest?"],
    ["what is the least?", "Which cities pay the most?", "Which cities pay the least?"],
    ["and which one is the worst?", "what is the best laptop", "what is the worst laptop"],
    ["and the cheapest?", "What's the Most expensive room?", "What's the cheapest room?"],
    ["and the least?", "what is the most popular database", "what is the least popular database"],
    ["and the lowest?", "who earns the most in Spain", "who earns the lowest in Spain"],
    ["What about the worst one?", "what is the best laptop", "what is the worst laptop"],
  ])("with the other extreme: %s after %s", (text, previous, full) => {
    expect(restated(text, previous)).toBe(full);
  });

  it.each(["says who?", "who says so", "According to whom?", "and what is the source for that?"])(
    "as it was, where its source is asked for: %s",
    (text) => {
      expect(restated(text, "How fast does demand grow?")).toBe("How fast does demand grow?");
    },
  );

  it.each([
    ["and the least?", "Which cities pay well?"],
    ["and the least in Spain?", "Which cities pay the most?"],
    ["Who says hello?", "Which cities pay the most?"],
    ["where does it come from?", "What is Python?"],
    ["and the best?", "How much does at most one person get?"],
    ["who made it?", "What is the best language?"],
    ["", "What is the best language?"],
    ["and?", "What is the best language?"],
  ])("and in no other way: %o after %o", (text, previous) => {
    expect(restated(text, previous)).toBeUndefined();
  });
});
