import { expect, it } from "vitest";
import { asksNothing, starters } from "../src/index.ts";
import { abstained, found } from "./support/answers.ts";

const assistant = { pinned: async () => ["How do I start?"] };

it("a message without a word gets questions to start with, and nothing else does", async () => {
  expect(await starters(abstained({ reason: "empty-query" }), assistant)).toEqual([
    "How do I start?",
  ]);
  for (const answer of [found(), abstained(), abstained({ reason: "small-talk" })]) {
    expect(await starters(answer, assistant)).toEqual([]);
  }
});

it("greetings and empty lines ask nothing; what nobody knows was asked", () => {
  expect(asksNothing(abstained({ reason: "small-talk" }))).toBe(true);
  expect(asksNothing(abstained({ reason: "empty-query" }))).toBe(true);
  expect(asksNothing(abstained({ reason: "no-hit" }))).toBe(false);
  expect(asksNothing(found())).toBe(false);
});
