import { describe, expect, it } from "vitest";
import { createLetters } from "../../src/search/letters.ts";
import { buildSpelling } from "../../src/search/spelling.ts";
import { arraysOf, slotsFor } from "../support/searching.ts";

describe("letters", () => {
  const arrays = arraysOf(
    "authentication of users",
    "deauthenticated clients",
    "sharding of tables",
  );
  const lettersFor = createLetters(
    arrays,
    buildSpelling(arrays.vocabulary, arrays.passageFrequency),
  );

  it("find a word inside another", () => {
    const letters = lettersFor(slotsFor(arrays, "authenticate"));
    expect(letters(1)).toBeGreaterThan(0);
    expect(letters(2)).toBe(0);
  });

  it("find a word in spite of a slip", () => {
    const letters = lettersFor(slotsFor(arrays, "shardnig"));
    expect(letters(2)).toBeGreaterThan(letters(0));
  });

  it("weigh a short rare word no less than a long common one", () => {
    const many = arraysOf(
      "the gym",
      "organisation charts",
      "organisation news",
      "organisation rules",
    );
    const letters = createLetters(
      many,
      buildSpelling(many.vocabulary, many.passageFrequency),
    )(slotsFor(many, "gym organisation"));
    expect(letters(0)).toBeGreaterThan(letters(1));
  });

  it("say nothing where no gram of the question is known", () => {
    expect(lettersFor(slotsFor(arrays, "xyzzy"))(0)).toBe(0);
  });

  it("forget the question before", () => {
    const before = lettersFor(slotsFor(arrays, "tables"))(2);
    lettersFor(slotsFor(arrays, "users"))(0);
    expect(lettersFor(slotsFor(arrays, "tables"))(2)).toBe(before);
  });
});
