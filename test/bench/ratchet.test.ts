import { describe, expect, it } from "vitest";
import type { Figures } from "../../bench/quality/figures.ts";
import { baselineOf, fallen } from "../../bench/quality/ratchet.ts";

const today: Figures = {
  set: "faq",
  questions: 100,
  "hit@1": 0.8,
  precision: 0.9,
  p50_ms: 1,
  intervals: { "hit@1": [0.72, 0.88] },
};

describe("the ratchet", () => {
  const baseline = baselineOf([today]);

  it("holds figures of quality, never times, each with its noise", () => {
    expect(baseline).toEqual({
      faq: { "hit@1": { value: 0.8, noise: 0.04 }, precision: { value: 0.9, noise: 0.005 } },
    });
  });

  it("lets a figure rise, stay, or fall within its noise", () => {
    expect(fallen(baseline, [today])).toEqual([]);
    expect(fallen(baseline, [{ ...today, "hit@1": 0.77, precision: 0.99 }])).toEqual([]);
  });

  it("names the figure that fell further", () => {
    expect(fallen(baseline, [{ ...today, "hit@1": 0.75 }])).toEqual([
      "faq: hit@1 fell from 0.8 to 0.75, more than its noise of 0.04",
    ]);
  });

  it("names what is not measured any more", () => {
    expect(fallen(baseline, [])).toHaveLength(2);
  });
});
