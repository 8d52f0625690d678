import { describe, expect, it } from "vitest";
import { plainText } from "../src/plain-text.ts";
import { whyBlocks } from "../src/why-blocks.ts";
import type { Outcome, Reason, Why } from "../src/types.ts";
import { abstained, found } from "./support/answers.ts";

const WHY: Why = {
  outcome: found(),
  threshold: 0.6,
  terms: [
    {
      word: "salery",
      stem: "saleri",
      role: "unknown",
      alternatives: [
        { word: "salary", why: "spelling" },
        { word: "pay", why: "synonym" },
        { word: "income", why: "everyday" },
      ],
      rarity: 4.25,
      passages: 12,
    },
    { word: "much", stem: "much", role: "question", alternatives: [], rarity: 0, passages: 0 },
  ],
  confidence: [
    {
      name: "coverage",
      meaning: "share of the rare words that the passage holds",
      value: 0.5,
      weight: 2,
    },
    { name: "gap", meaning: "lead over the next passage", value: 1, weight: -3 },
  ],
  rules: [
    { says: "its author declares this question", confidence: 0.95 },
    { says: "a time is asked for, and none is told", confidence: 0.38 },
  ],
  candidates: [
    {
      passage: "careers/salaries.md#india",
      headings: ["Salaries", "India"],
      lines: [31, 34],
      score: 7.125,
      sentence: "Senior: ₹18–35+ lakh a year",
      signals: [{ name: "words", meaning: "", value: 1, weight: 1 }],
    },
  ],
};

describe("why an answer was given", () => {
  it("names the terms, the signals by their effect, and the candidates", () => {
    expect(plainText(whyBlocks(WHY))).toBe(
      [
        "Answered from careers/salaries.md:31-34: confidence 0.90, and 0.60 is enough.",
        "",
        "Terms",
        "",
        "Word | Searched as | Role | Rarity | Passages",
        "salery | saleri, salary (as spelt), pay (declared), income (everyday English) | not in the knowledge | 4.3 | 12",
        "much | much | says what is asked | 0.0 | 0",
        "",
        "Confidence: what spoke for an answer (+) and against (-)",
        "",
        "Effect | Signal | Value × weight | Meaning",
        "-3.00 | gap | 1.00 × -3.00 | lead over the next passage",
        "+1.00 | coverage | 0.50 × 2.00 | share of the rare words that the passage holds",
        "",
        "What changed it then",
        "",
        "- 0.95, because its author declares this question",
        "- 0.38, because a time is asked for, and none is told",
        "",
        "Candidates, best first",
        "",
        "1. Salaries › India · careers/salaries.md:31-34, score 7.13 · “Senior: ₹18–35+ lakh a year” · words +1.00",
      ].join("\n"),
    );
  });

  it.each<[Reason, string]>([
    ["low-confidence", "Silent: confidence 0.20, and 0.60 is needed."],
    ["no-hit", "Silent: no passage holds the words of the question."],
    ["empty-query", "Silent: the question holds no words."],
    ["small-talk", "No question: a greeting or thanks."],
  ])("or none: %s", (reason, sentence) => {
    const outcome: Outcome = abstained({ reason });
    expect(
      plainText(
        whyBlocks({
          outcome,
          threshold: 0.6,
          terms: [],
          confidence: [],
          rules: [],
          candidates: [],
        }),
      ),
    ).toBe(sentence);
  });
});
