import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createScanner } from "../../src/search/features.ts";
import { arraysOf, slotsFor } from "../support/searching.ts";

const word = fc.constantFrom("cache", "redis", "query", "index", "shard", "the");
const sentence = fc.array(word, { minLength: 1, maxLength: 6 });

describe("the scan of a passage", () => {
  it("counts every word of the question, and how much of it the fullest sentence holds", () => {
    fc.assert(
      fc.property(
        fc.array(sentence, { minLength: 1, maxLength: 5 }),
        fc.uniqueArray(word, { minLength: 1 }),
        (sentences, asked) => {
          const text = sentences.map((words) => `${words.join(" ")}.`).join(" ");
          // A capital behind each stop, so that every one is a sentence of its own.
          const arrays = arraysOf(
            text.replaceAll(
              /(^|\. )(\p{Ll})/gu,
              (_, before: string, first: string) => before + first.toUpperCase(),
            ),
          );
          const slots = slotsFor(arrays, asked.join(" "));
          const scan = createScanner(arrays)(slots, 0);
          for (const [slot, term] of slots.query.content.entries()) {
            expect(scan.body[slot]).toBe(
              sentences.flat().filter((one) => one === term.word).length,
            );
          }
          const { content, ideal } = slots.query;
          const shares = sentences.map((words) =>
            content.reduce(
              (sum, term) => sum + (words.some((one) => one === term.word) ? term.idf : 0),
              0,
            ),
          );
          expect(scan.sentenceCovered).toBeCloseTo(Math.max(...shares) / Math.max(ideal, 1e-9), 6);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("prefers two neighbouring sentences that hold the question to two that are far apart", () => {
    const arrays = arraysOf(
      "Redis is here. A cache is there. Something else. Nothing more.",
      "Redis is here. Something else. Nothing more. A cache is there.",
    );
    const scan = createScanner(arrays);
    const slots = slotsFor(arrays, "redis cache");
    const near = scan(slots, 0).bestPair;
    expect(near).toBeGreaterThan(scan(slots, 1).bestPair);
  });
});
