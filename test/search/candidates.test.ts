import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bodyRange, stemsOfPassage } from "../../src/search/arrays.ts";
import type { Arrays } from "../../src/search/arrays.ts";
import { createCandidates, saturate } from "../../src/search/candidates.ts";
import { declaredTerms } from "../../src/search/declared-words.ts";
import { buildSearchIndex } from "../../src/search/search-index.ts";
import { BM25, LIMITS } from "../../src/search/weights.ts";
import { arraysOf, slotsFor } from "../support/searching.ts";

const VOCABULARY = [
  "cache",
  "redis",
  "query",
  "index",
  "shard",
  "token",
  "queue",
  "build",
  "test",
  "deploy",
];
const text = fc
  .array(fc.constantFrom(...VOCABULARY), { minLength: 1, maxLength: 12 })
  .map((words) => words.join(" "));
const question = fc
  .uniqueArray(fc.constantFrom(...VOCABULARY), { minLength: 1, maxLength: 4 })
  .map((words) => words.join(" "));

function candidatesOf(
  arrays: Arrays,
  asked: string,
  mayRead: (passage: number) => boolean = () => true,
) {
  const index = buildSearchIndex(arrays.passages, (passage) => stemsOfPassage(arrays, passage));
  return createCandidates(arrays, index, declaredTerms(arrays))(slotsFor(arrays, asked), mayRead);
}

/** BM25 of every passage, word by word, without index, budget or tables. */
function exhaustive(arrays: Arrays, asked: string): Map<number, number> {
  const { content } = slotsFor(arrays, asked).query;
  const mean = arrays.meanLength + BM25.titleTimes * arrays.meanTitleLength;
  const scores = new Map<number, number>();
  for (let passage = 0; passage < arrays.passages; passage++) {
    const [from, to] = bodyRange(arrays, passage);
    const body = Array.from(arrays.terms.slice(from, to));
    const title = Array.from(
      arrays.titleTerms.slice(arrays.titleStart[passage], arrays.titleStart[passage + 1]),
    );
    const length = body.length + BM25.titleTimes * title.length;
    let score = 0;
    let held = false;
    for (const { id, idf, alternatives } of content) {
      const weight = (term: number): number =>
        term === id ? 1 : (alternatives.find((other) => other.id === term)?.weight ?? 0);
      let frequency = 0;
      for (const term of body) frequency += weight(term);
      for (const term of title) frequency += BM25.titleTimes * weight(term);
      held ||= body.includes(id) || title.includes(id);
      score += idf * saturate(frequency, length / mean, BM25.passageB);
    }
    if (held) scores.set(passage, score);
  }
  return scores;
}

describe("candidates", () => {
  it("are the passages an exhaustive search finds, with the same scores, best first", () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 20 }), question, (texts, asked) => {
        const arrays = arraysOf(...texts);
        const expected = exhaustive(arrays, asked);
        const found = candidatesOf(arrays, asked);
        expect(found.map(({ passage }) => passage).toSorted((a, b) => a - b)).toEqual(
          [...expected.keys()].toSorted((a, b) => a - b),
        );
        for (const { passage, score } of found)
          expect(score).toBeCloseTo(expected.get(passage) ?? -1, 8);
        expect(found.map(({ score }) => score)).toEqual(
          found.map(({ score }) => score).toSorted((a, b) => b - a),
        );
      }),
      { numRuns: 60 },
    );
  });

  it("are found by an everyday word for one that the knowledge does not have, and only for such a one", () => {
    const pages = ["buy it here", "sell it there"];
    const held = (...texts: string[]): number[] =>
      candidatesOf(arraysOf(...texts), "purchase").map(({ passage }) => passage);
    expect(held(...pages)).toEqual([0]);
    expect(held(...pages, "purchase it there")).toEqual([2]);
  });

  it("never hold a passage that the asker may not read", () => {
    const arrays = arraysOf("redis cache", "redis queue", "redis token");
    expect(
      candidatesOf(arrays, "redis", (passage) => passage !== 1)
        .map(({ passage }) => passage)
        .toSorted((a, b) => a - b),
    ).toEqual([0, 2]);
  });

  it("are at most as many as the second stage takes, the best of all", () => {
    const arrays = arraysOf(
      ...Array.from({ length: 150 }, (_, at) =>
        at === 140 ? "redis redis redis" : "redis and some other words about it",
      ),
    );
    const found = candidatesOf(arrays, "redis");
    expect(found).toHaveLength(LIMITS.secondStage);
    expect(found[0]?.passage).toBe(140);
  });

  it("are the same where a word stands nearly everywhere and its passages are not all looked at", () => {
    const rare = new Set([3, 1_500, 8_999]);
    const texts = Array.from({ length: 9_000 }, (_, at) =>
      rare.has(at) ? "redis cache" : at % 9 === 1 ? "queue" : "redis",
    );
    const arrays = arraysOf(...texts);
    for (const mayRead of [() => true, (passage: number) => passage % 2 === 1]) {
      const best = [...exhaustive(arrays, "cache redis")]
        .filter(([passage]) => mayRead(passage))
        .toSorted(([a, scoreA], [b, scoreB]) => scoreB - scoreA || a - b)
        .slice(0, LIMITS.secondStage);
      const found = candidatesOf(arrays, "cache redis", mayRead);
      expect(found.map(({ passage }) => passage)).toEqual(best.map(([passage]) => passage));
      expect(found[0]?.score).toBeCloseTo(best[0]?.[1] ?? -1, 8);
    }
  });

  it("leave no trace for the next question", () => {
    const arrays = arraysOf("redis cache", "queue");
    const index = buildSearchIndex(arrays.passages, (passage) => stemsOfPassage(arrays, passage));
    const candidates = createCandidates(arrays, index, declaredTerms(arrays));
    const first = candidates(slotsFor(arrays, "redis"), () => true);
    candidates(slotsFor(arrays, "queue"), () => true);
    expect(candidates(slotsFor(arrays, "redis"), () => true)).toEqual(first);
  });
});

describe("saturation", () => {
  it("grows with frequency, shrinks with length and stays below k1 + 1", () => {
    expect(saturate(0, 1, 0.7)).toBe(0);
    expect(saturate(2, 1, 0.7)).toBeGreaterThan(saturate(1, 1, 0.7));
    expect(saturate(1, 2, 0.7)).toBeLessThan(saturate(1, 1, 0.7));
    expect(saturate(1_000, 0.1, 0.7)).toBeLessThan(BM25.k1 + 1);
  });
});
