import { describe, expect, it } from "vitest";
import { CARRIED, carry, mayLean } from "../../src/answer/follow-up.ts";

const before = "How much does a senior earn in India?";

describe("a follow-up", () => {
  it.each(["and an architect?", "what about freshers?", "how about Europe", "for a junior?"])(
    "%s replaces words of the question before",
    (text) => {
      expect(carry(text, before)).toEqual({ text: before, weight: CARRIED.replaced });
    },
  );

  it.each(["who made it?", "what is their default", "and why is that?"])(
    "%s keeps the subject of the question before",
    (text) => {
      expect(carry(text, before)).toEqual({ text: before, weight: CARRIED.subject });
    },
  );

  it.each([
    "What is the difference between a monolith and microservices?",
    "Which cloud platforms are popular?",
  ])("%s stands by itself", (text) => {
    expect(carry(text, before)).toBeUndefined();
  });

  it("may be completed by the question before when it is very short", () => {
    expect(mayLean("architect salary")).toBe(true);
    expect(mayLean("architect salary in Berlin for newcomers from abroad")).toBe(false);
  });
});
