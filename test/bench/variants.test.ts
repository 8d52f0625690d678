import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { QuestionSet } from "../../bench/quality/question-set.ts";
import { seeded } from "../../bench/quality/seeded.ts";
import { withTypo, withTypos, withoutSomeGold } from "../../bench/quality/variants.ts";
import { editDistance } from "../../src/search/spelling.ts";

const set: QuestionSet = {
  name: "numbers",
  entries: Array.from({ length: 40 }, (_, at) => ({ id: `d${at}`, title: "", text: `text ${at}` })),
  questions: Array.from({ length: 20 }, (_, at) => ({
    id: `q${at}`,
    text: `which number is this one exactly ${at}`,
    gold: at === 19 ? new Map() : new Map([[`d${at}`, 1]]),
    texts: [`text ${at}`],
  })),
};

describe("a set with gold deleted", () => {
  const near = withoutSomeGold(set, 1);

  it("has lost three in ten of its golden entries and no other", () => {
    expect(set.entries.length - near.entries.length).toBe(Math.round(19 * 0.3));
    expect(near.entries.filter(({ id }) => Number(id.slice(1)) >= 19)).toHaveLength(21);
  });

  it("keeps the questions that had gold, and knows which have none now", () => {
    expect(near.questions).toHaveLength(19);
    const left = new Set(near.entries.map(({ id }) => id));
    for (const { id, gold, texts } of near.questions) {
      expect(gold.size > 0).toBe(left.has(`d${id.slice(1)}`));
      expect(texts.length > 0).toBe(gold.size > 0);
    }
  });

  it("is the same for the same seed and another for another", () => {
    expect(withoutSomeGold(set, 1)).toEqual(near);
    expect(withoutSomeGold(set, 2).entries).not.toEqual(near.entries);
  });
});

describe("a set with typos", () => {
  it("has questions one slip away from what was asked", () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const question = "which database keeps the tokens";
        const typed = withTypo(question, seeded(seed));
        expect(editDistance(question, typed, 2)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("leaves short words and everything else alone", () => {
    expect(withTypo("is it on?", seeded(1))).toBe("is it on?");
    expect(withTypos(set, 3).entries).toBe(set.entries);
  });
});
