import { describe, expect, it } from "vitest";
import { holdsExpected } from "../../src/answer/expected.ts";

describe("the kind a question expects", () => {
  it.each([
    ["person", "Guido van Rossum created Python.", "who created python"],
    ["person", "It was written by Linus.", "who wrote it"],
    ["time", "It appeared in 1991.", "when did it appear"],
    ["time", "That was in the 1050s.", "when was that"],
    ["time", "It lasted through the 10th and 11th centuries.", "when"],
    ["money", "They earn ₹18 lakh a year.", "how much do they earn"],
    ["percent", "About 78 % of sites use it.", "what percentage"],
    ["duration", "It takes two weeks.", "how long"],
    ["number", "There are seven layers.", "how many layers"],
    ["measure", "It is 12 km long.", "how far"],
    ["reason", "We do so because it is safe.", "why"],
  ] as const)("%s is in: %s", (expected, sentence, question) => {
    expect(holdsExpected(expected, sentence, question)).toBe("hit");
  });

  it("is missing where the sentence only repeats the question's own", () => {
    expect(holdsExpected("time", "Nothing happened in 1991.", "what happened in 1991")).toBe(
      "miss",
    );
    expect(holdsExpected("person", "Everybody wrote it.", "who wrote it")).toBe("miss");
  });

  it("is no matter where none is expected", () => {
    expect(holdsExpected(undefined, "In 1991.", "tell me more")).toBe("none");
  });
});
