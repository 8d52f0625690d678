import { describe, expect, it } from "vitest";
import { repetitions } from "../../src/search/repetitions.ts";
import { arraysOf, termsFor } from "../support/searching.ts";

describe("repetitions", () => {
  const arrays = arraysOf("quorum reads", "fast reads", "slow reads");
  const repeated = repetitions(termsFor(arrays, "quorum reads"));
  const [quorum, reads] = [0, 1];

  it("are nothing for a word that is not said, and one for a word that is said once", () => {
    expect(repeated(quorum, 0)).toBe(0);
    expect(repeated(quorum, 1)).toBe(1);
    expect(repeated(reads, 1)).toBe(1);
  });

  it("add less each time", () => {
    const gain = (times: number): number => repeated(reads, times + 1) - repeated(reads, times);
    expect(gain(1)).toBeGreaterThan(0);
    expect(gain(2)).toBeLessThan(gain(1));
  });

  it("tell more of a common word than of a rare one", () => {
    expect(repeated(reads, 4)).toBeGreaterThan(repeated(quorum, 4));
  });
});
