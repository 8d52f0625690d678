import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asksForHelp, isSmallTalk } from "../../src/answer/small-talk.ts";
import { anybody, found, snapshotOf } from "../support/build-snapshot.ts";

describe("small talk", () => {
  it.each([
    "hi",
    "Hello!",
    "hey there",
    "thanks a lot!!",
    "good bye",
    "Thank you so much",
    "good morning",
    "test",
    "ok",
    "hi sir",
    "thanks ma'am",
    "bye",
    "Thanks, that's what I was looking for!",
    "makes sense, thanks",
    "Perfect, that is exactly what I wanted to know",
    "got it, this helped me a lot",
  ])("%s looks nothing up", (text) => {
    expect(isSmallTalk(text)).toBe(true);
  });

  it.each([
    "hi, what is Redis?",
    "test pyramid",
    "sir Tim",
    "that is what I call a queue",
    "what makes sense",
    "thanks to whom was PHP made",
    "integration test",
    "hello world in Go",
    "",
  ])("%s is a question", (text) => {
    expect(isSmallTalk(text)).toBe(false);
  });

  it.each([
    "help",
    "Who are you?",
    "What can you do?",
    "what topics are there?",
    "what can I ask you about?",
    "how do I use this bot?",
  ])("%s asks what can be asked", (text) => {
    expect(asksForHelp(text)).toBe(true);
  });

  it.each([
    "help desk",
    "what can you do with Redis",
    "who are you calling",
    "what topics are on the exam",
  ])("%s asks for something", (text) => {
    expect(asksForHelp(text)).toBe(false);
  });

  it("what can be asked is no gap, and answered where a page says it", async () => {
    const text = "What can I ask you about?";
    const pages = { "boats.md": "# Boats\n\nA boat floats." };
    expect(await snapshotOf(pages).answer({ text, asker: anybody })).toMatchObject({
      kind: "abstained",
      reason: "empty-query",
    });
    const about = "# What you can ask me about\n\nAsk me about boats and harbours.\n";
    const more = snapshotOf({ ...pages, "about.md": about });
    expect((await found(more, text)).citations[0].passage.page).toBe("about.md");
  });

  it("is a question where it names what a page is about", async () => {
    const text = "testing";
    const pages = { "boats.md": "# Boats\n\nA boat floats." };
    expect(await snapshotOf(pages).answer({ text, asker: anybody })).toMatchObject({
      reason: "small-talk",
    });
    const more = snapshotOf({ ...pages, "tests.md": "# Testing\n\nWe test boats in a basin." });
    expect((await found(more, text)).citations[0].passage.page).toBe("tests.md");
    expect((await found(more, "Test?")).citations[0].passage.page).toBe("tests.md");
    expect(await more.answer({ text: "hello", asker: anybody })).toMatchObject({
      reason: "small-talk",
    });
  });

  it("decides on any text whatsoever", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => typeof isSmallTalk(text) === "boolean"),
    );
  });
});
