import fc from "fast-check";
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
    ["percent", "Two thirds of them do.", "what share"],
    ["percent", "Nine out of ten sites use it.", "what percentage"],
    ["percent", "One in every five does.", "what percentage"],
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

  it("is no count where only a year stands", () => {
    const question = "how many tools are there";
    expect(holdsExpected("number", "The 2025 guide names tools.", question)).toBe("miss");
    expect(holdsExpected("number", "The 2025 guide names 12 tools.", question)).toBe("hit");
  });

  it("is no matter where none is expected", () => {
    expect(holdsExpected(undefined, "In 1991.", "tell me more")).toBe("none");
  });
});

describe("what letters stand for", () => {
  it.each([
    ["An application programming interface joins programs.", "what does API stand for"],
    ["Create, read, update and delete are all it does.", "full form of CRUD"],
    ["JSON is short for what one writes.", "what does JSON stand for"],
    ["Extensible Markup Language (XML) is a format.", "what does it stand for"],
    ["XML (Extensible Markup Language) is a format.", "what does XML stand for"],
    ["XML stands for Extensible Markup Language.", "XML stands for what?"],
    ["The abbreviation means Extensible Markup Language.", "what is XML an abbreviation of"],
  ])("is in: %s", (sentence, question) => {
    expect(holdsExpected("expansion", sentence, question)).toBe("hit");
  });

  it.each([
    ["APIs are everywhere.", "what does API stand for"],
    ["Formats stand in a row of documents.", "what does XML stand for"],
    ["Store the full orders of names (see below).", "the full form of XML"],
    ["", "what does XML stand for"],
  ])("is not in: %s", (sentence, question) => {
    expect(holdsExpected("expansion", sentence, question)).toBe("miss");
  });

  it("is looked for in any sentence and any question", () => {
    const piece = fc.constantFrom("(A", "A (", "Ab/", " short", "stands ", " ", "(", "1,", "ab ");
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 300 }),
      fc
        .tuple(fc.array(piece, { minLength: 1, maxLength: 6 }), fc.nat({ max: 800 }))
        .map(([pieces, times]) => pieces.join("").repeat(times).slice(0, 4_000)),
    );
    fc.assert(
      fc.property(text, text, fc.constantFrom(...KINDS), (sentence, question, expected) => {
        expect(["hit", "miss"]).toContain(holdsExpected(expected, sentence, question));
      }),
    );
  });
});

const KINDS = [
  "person",
  "organisation",
  "time",
  "duration",
  "money",
  "percent",
  "measure",
  "number",
  "place",
  "reason",
  "name",
  "expansion",
] as const;
