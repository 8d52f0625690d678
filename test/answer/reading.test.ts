import { describe, expect, it } from "vitest";
import { likeliestReadings } from "../../src/answer/reading.ts";
import type { Surely } from "../../src/answer/reading.ts";

/** Finds what names Redis, and nothing else; the shorter the question, the surer. */
const redis: Surely = ({ text, carried }) =>
  /redis/iu.test(`${text} ${carried?.text ?? ""}`) ? 1 / (1 + text.length) : 0;
const NOBODY_ASKS: Surely = () => {
  throw new Error("There is one reading only");
};

const textOf = (message: string, previous?: string): string =>
  likeliestReadings(message, previous, redis)[0].text;

describe("a message is read as", () => {
  it("the question it is, without asking anybody where there is no other reading", () => {
    expect(likeliestReadings("What is Redis?", undefined, NOBODY_ASKS)).toMatchObject([
      { text: "What is Redis?", carried: undefined },
    ]);
    expect(likeliestReadings("Hey, what is Redis?", undefined, NOBODY_ASKS)[0].text).toBe(
      "what is Redis?",
    );
  });

  it.each([
    "I have an interview tomorrow. What is Redis?",
    "i have an interview tomorrow. what is Redis?",
    "What is Redis? I need it for a talk.",
    "My manager asked me: what is Redis?",
    "my colleague asks what is Redis?",
    "Something broke\n\nWhat is Redis?\nthanks",
    "How are you all doing? What is Redis?",
  ])("the sentence that asks what can be answered: %j", (message) => {
    expect(textOf(message).toLowerCase()).toBe("what is redis?");
  });

  it("the topic that is named where nobody asks", () => {
    expect(textOf("We have a talk tomorrow. uses of Redis.")).toBe("uses of Redis.");
  });

  it.each([
    "Redis and Docker: which one is a cache?",
    "We use Redis at work. It is slow and our users complain.",
    "Redis",
  ])("a whole where it is one question, or none: %j", (message) => {
    expect(textOf(message)).toBe(message);
  });

  it("a question with what its own message says before it", () => {
    const [{ text, carried }] = likeliestReadings(
      "We use Redis at work. Who made it?",
      undefined,
      redis,
    );
    expect(`${text} ${carried?.text ?? ""}`).toMatch(/Redis/u);
    expect(textOf("We use Redis. And who made it?", "Tell me about Docker")).toMatch(
      /redis|made/iu,
    );
  });

  it("what is asked in a sentence that tells more, where it finds nothing as a whole", () => {
    const short: Surely = ({ text }) => (text.length < 25 ? 0.9 : 0);
    const read = (message: string): string => likeliestReadings(message, undefined, short)[0].text;
    expect(read("I have an interview tomorrow, what is a cache?")).toBe("what is a cache?");
    expect(read("what is a cache, because I have an interview tomorrow?")).toBe("what is a cache?");
    expect(read("I am new, what is a cache?")).toBe("what is a cache?");
    expect(textOf("I have an interview about Redis, what is a cache?")).toBe(
      "I have an interview about Redis, what is a cache?",
    );
  });

  it("never what leaves out a name that is told beside it", () => {
    const message = "we are hiring in Nairobi, what should we pay a senior?";
    const anywhere: Surely = ({ text, leaves }) =>
      text === "what should we pay a senior?" && leaves === undefined ? 1 : 0;
    expect(likeliestReadings(message, undefined, anywhere)[0].text).toBe(message);
    const there: Surely = ({ text }) => (text.endsWith("a senior hiring Nairobi?") ? 1 : 0);
    expect(likeliestReadings(message, undefined, there)[0].text).toBe(
      "what should we pay a senior hiring Nairobi?",
    );
  });

  it("a question for all there is of what a message tells, which nobody has been told yet", () => {
    const written: Surely = ({ text, keeps }) =>
      text === "What is Redis?" && keeps === undefined ? 1 : 0;
    const message = "I keep hearing about Redis but nobody explains it. What is it?";
    expect(likeliestReadings(message, undefined, written)[0].text).toBe("What is Redis?");
  });

  it("never what refers to something, without all that was told before it", () => {
    const alone: Surely = ({ text, carried, keeps }) =>
      text === "is it hard?" && carried === undefined && keeps === undefined ? 0.9 : 0;
    const message = "I have an interview tomorrow, is it hard?";
    expect(likeliestReadings(message, undefined, alone)[0].text).toBe(message);
  });

  it("a whole where half of two questions is found, and the reader would not see which", () => {
    const half: Surely = ({ text }) => (/^what is Redis$/iu.test(text) ? 0.9 : 0);
    const read = (message: string): string => likeliestReadings(message, undefined, half)[0].text;
    expect(read("What is Redis, how much does it cost?")).toBe(
      "What is Redis, how much does it cost?",
    );
    expect(read("What is Redis and how much does it cost?")).toBe("What is Redis");
  });

  it("no more readings than a person would find, however long it is", () => {
    let asked = 0;
    const count: Surely = () => {
      asked++;
      return 0;
    };
    likeliestReadings("Redis, Python, Docker. Who made it? ".repeat(100), "What is Redis?", count);
    expect(asked).toBeGreaterThan(4);
    expect(asked).toBeLessThanOrEqual(64);
  });
});
