import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { askedIn } from "../../src/answer/clauses.ts";

describe("a sentence that tells more than it asks", () => {
  it.each([
    ["my manager wants me to learn Docker, where do I begin?", "where do I begin?"],
    [
      "I have an interview next week, which algorithms should I know?",
      "which algorithms should I know?",
    ],
    ["our tests are slow and brittle - what kinds are there?", "what kinds are there?"],
    ["Everyone talks about Redis; do I need it?", "do I need it?"],
    ["we use Redis, which is fast, but how do I back it up?", "how do I back it up?"],
    ["someone told me to use an ORM so what is that", "what is that"],
    ["Which skills matter, because I'm shy?", "Which skills matter?"],
    ["how do I park since I am new here", "how do I park?"],
  ])("asks: %s", (sentence, asked) => {
    expect(askedIn(sentence)?.text).toBe(asked);
  });

  it.each([
    "What is Redis?",
    "If I know Java, which framework should I learn?",
    "Redis and Docker: which one is a cache?",
    "The cache is full, what happens?",
    "we don't know where the time goes",
    "I want to know what Redis is, how it works and when it helps",
    "What should I use, since Redis is slow?",
    "My question is about Redis, Docker and Kubernetes",
    "How long is it since we deployed?",
    "What has changed since we moved?",
    "Is a monolith bad since we have only three developers?",
    "How do I use it as my queue?",
    `I am new, ${"and so on ".repeat(200)}, what is Redis?`,
  ])("is one question, or none: %s", (sentence) => {
    expect(askedIn(sentence)).toBeUndefined();
  });

  it("gives its reason without the question mark", () => {
    expect(askedIn("Which skills matter, because I'm shy?")?.context).toBe("I'm shy");
  });

  it("is parted as it stands, whatever it holds", () => {
    const words = fc.constantFrom(
      "we",
      "I",
      "know,",
      "so",
      "what",
      "is",
      "how",
      "do",
      "it;",
      "because",
      "Redis",
      "?",
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 60 }), (said) => {
        const sentence = said.join(" ");
        const asked = askedIn(sentence);
        if (asked === undefined) return;
        expect(sentence).toContain(asked.text.replace(/\?$/u, ""));
        expect(sentence).toContain(asked.context);
      }),
    );
  });
});
