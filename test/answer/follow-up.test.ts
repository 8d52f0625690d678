import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CARRIED, carry, completions, READINGS } from "../../src/answer/follow-up.ts";
import { mayLean } from "../../src/answer/leaning.ts";

const written = (text: string, previous: string): string[] =>
  completions(text, previous).map((one) => one.text);
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

describe("a follow-up, written out,", () => {
  it.each([
    ["and an architect?", before, "How much does a architect earn in India?"],
    ["and in Spain too?", before, "How much does a senior earn in Spain?"],
    ["what about freshers instead?", before, "How much does a freshers earn in India?"],
    ["What about JavaScript then?", "Is PHP popular?", "Is JavaScript popular?"],
    ["who made it?", "what is PHP", "who made PHP?"],
    ["who made it?", "tell me about Node.js", "who made Node.js?"],
    ["what is its price", "is Redis good", "what is Redis's price"],
    ["and who made it?", "what is event sourcing", "and who made event sourcing?"],
    ["in which year?", "who made PHP?", "in which year made PHP?"],
    ["by whom?", "When was PHP released?", "by whom was PHP released?"],
    ["which framework?", "What do shops use with PHP?", "which framework do shops use with PHP?"],
    ["which system is the most popular?", "what is PHP", "which system is the most popular of PHP"],
    ["and for a junior one?", before, "How much does a junior earn in India?"],
  ])("%s after %s may be: %s", (text, previous, full) => {
    expect(written(text, previous)).toContain(full);
  });

  it("is about what the question before names, where it names something", () => {
    expect(written("who made it?", "what language is PHP")).toEqual(["who made PHP?"]);
    expect(written("who made it?", "what is unit testing")).toEqual([
      "who made unit?",
      "who made unit testing?",
      "who made testing?",
    ]);
  });

  it.each([
    ["who made it?", "what are the drawbacks of php", ["who made php?"]],
    ["who made it?", "is php faster than perl", ["who made php?"]],
    ["and perl?", "how much does php cost", ["how much does perl cost"]],
    ["cons?", "pros of php", ["cons of php"]],
    ["which is better?", "php vs perl", ["which is better of php and perl"]],
    ["and a cheap one?", "what is php", ["cheap of php"]],
  ])("keeps what is asked apart from what is asked about: %s after %s", (text, previous, all) => {
    expect(written(text, previous)).toEqual(all);
  });

  it.each([
    ["Which cloud platforms are popular?", before],
    ["and?", before],
    [
      "What is the difference between it and other reliable message queues of that large vendor?",
      before,
    ],
    ["and the platforms large companies in Europe pay for", before],
    ["who made it?", "is it"],
    ["who made it?", ""],
    ["", before],
    ["who made Redis and when did it come out?", before],
    ["is it possible to pay by card?", before],
    ["how do I get a one-time password?", before],
    ["are there any discounts?", before],
    ["and what is Redis?", before],
    ["what is a feature?", before],
  ])("is nothing else: %o after %o", (text, previous) => {
    expect(completions(text, previous)).toEqual([]);
  });

  it("is each of few questions once, whatever was asked", () => {
    const piece = fc.constantFrom(
      "and ",
      "it ",
      "its ",
      "one ",
      "Redis ",
      "what about ",
      "the ",
      "?",
      "  ",
      "ok, ",
      "Node.js ",
      "…",
    );
    const text = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 600 }),
      fc
        .tuple(fc.array(piece, { minLength: 1, maxLength: 8 }), fc.integer({ min: 1, max: 700 }))
        .map(([pieces, times]) => pieces.join("").repeat(times)),
    );
    fc.assert(
      fc.property(text, text, (asked, previous) => {
        const all = written(asked, previous);
        expect(all.length).toBeLessThanOrEqual(READINGS);
        expect(new Set(all).size).toBe(all.length);
        for (const one of all) expect(one.length).toBeLessThanOrEqual(802);
      }),
    );
  });
});
