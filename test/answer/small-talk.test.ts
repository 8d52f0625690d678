import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isSmallTalk } from "../../src/answer/small-talk.ts";

describe("small talk", () => {
  it.each([
    "hi",
    "Hello!",
    "hey there",
    "thanks a lot!!",
    "Thank you so much",
    "good morning",
    "test",
    "ok",
    "who are you?",
    "bye",
  ])("%s looks nothing up", (text) => {
    expect(isSmallTalk(text)).toBe(true);
  });

  it.each([
    "hi, what is Redis?",
    "test pyramid",
    "thanks to whom was PHP made",
    "integration test",
    "hello world in Go",
    "",
  ])("%s is a question", (text) => {
    expect(isSmallTalk(text)).toBe(false);
  });

  it("decides on any text whatsoever", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => typeof isSmallTalk(text) === "boolean"),
    );
  });
});
