import { describe, expect, it } from "vitest";
import { plainText } from "../../src/plain-text.ts";
import { anybody, snapshotOf } from "../support/build-snapshot.ts";
import { openAssistant } from "../support/open-assistant.ts";

const store = (name: string, rest: string): string => `# ${name}\n\n${name} is a store.\n\n${rest}`;
const PAGES: Readonly<Record<string, string>> = {
  "heron.md": store(
    "Heron",
    `## Benefits of Heron

The benefits of Heron are speed and a small footprint.

## Drawbacks of Heron

A drawback of Heron is that it forgets everything at night.

## When to use Heron

Use Heron for sessions.
`,
  ),
  "otter.md": store(
    "Otter",
    `## Drawbacks of Otter

A drawback of Otter is its price.

## How hard Otter is to learn

Otter is hard to learn, because its queries are long.
`,
  ),
  "badger.md": store(
    "Badger",
    `## Drawbacks of Badger

A drawback of Badger is slow writing.

## When to use Badger

Use Badger for archives.
`,
  ),
  "tools.md": `# Tools

There are two types of tools.

## What a framework is

A framework is a set of ready parts.

## Configuration over code

Configure a framework by conventions.

## Frameworks for Heron

Perch is the framework for Heron.
`,
};
const snapshot = snapshotOf(PAGES);

/** What is shown for the last of some messages, each asked after the others; "" where nothing is. */
async function shownLast(messages: readonly string[]): Promise<string> {
  const { assistant } = openAssistant({ snapshot });
  let shown = "";
  for (const text of messages) {
    const answer = await assistant.ask({ text, asker: anybody, conversation: "C" });
    shown = answer.kind === "found" ? plainText(answer.body) : "";
  }
  return shown;
}

describe("a follow-up stays with what it is about", () => {
  it.each([
    [["what is Heron?", "benefits?"], "small footprint"],
    [["what is Heron?", "and its drawbacks?"], "forgets everything"],
    [["what is Otter?", "how hard is it to learn?"], "Otter is hard"],
    [["what is Heron?", "which framework?"], "Perch"],
    [["what is Heron?", "when should I use it?"], "for sessions"],
  ])("%j", async (messages, words) => {
    expect(await shownLast(messages)).toContain(words);
  });

  it.each([
    [["what is Heron?", "is it hard to learn?"]],
    [["what is Badger?", "how do I configure it?"]],
    [["what is Badger?", "benefits?"]],
    [["what is Badger?", "types?"]],
    [["what is Badger?", "when?"]],
    [["what is Badger?", "which tool is it part of?"]],
  ])("or is not answered, though something else would be: %j", async (messages) => {
    expect(await shownLast(messages)).not.toMatch(/Otter|conventions|Heron|types of|framework/u);
  });

  it.each([
    ["what is a framework?", "A framework is"],
    ["and what is Otter?", "Otter is a store"],
    ["Drawbacks of Otter and how much is it?", "its price"],
    ["Otter?", "Otter is a store"],
  ])("unless it says itself what it is about: %s", async (text, words) => {
    expect(await shownLast(["what is Heron?", text])).toContain(words);
  });
});

describe("the next follow-up leans on the one before as that was meant", () => {
  it.each([
    [["drawbacks of Heron", "and Otter?", "and Badger?"], "slow writing"],
    [["drawbacks of Heron", "and Otter?", "and Badger?", "and Heron?"], "forgets everything"],
    [["what is Heron?", "cons?", "pros?"], "small footprint"],
    [["Badger", "is it faster than Heron?", "when should I use it?"], "archives"],
  ])("%j", async (messages, words) => {
    expect(await shownLast(messages)).toContain(words);
  });

  it("and is explained and recalled by the same reading", async () => {
    const { assistant } = openAssistant({ snapshot });
    const ask = (text: string) => assistant.ask({ text, asker: anybody, conversation: "C" });
    await ask("drawbacks of Heron");
    await ask("and Otter?");
    const answer = await ask("and Badger?");
    const why = await assistant.why({ text: "and Badger?", asker: anybody, conversation: "C" });
    expect(why.outcome).toMatchObject({ kind: answer.kind, confidence: answer.confidence });
    const recalled = await assistant.recall(answer.id, anybody);
    expect(recalled).toMatchObject({ kind: "found", confidence: answer.confidence });
  });

  it("and no more is remembered than what was asked", async () => {
    const { assistant, store: kept } = openAssistant({ snapshot });
    await assistant.ask({ text: "drawbacks of Heron", asker: anybody, conversation: "C" });
    await assistant.ask({ text: "and Otter?", asker: anybody, conversation: "C" });
    const texts: unknown[] = [];
    for await (const [, value] of kept.entries("conversation:")) texts.push(value);
    expect(texts).toHaveLength(2);
    expect(texts).toContainEqual(expect.objectContaining({ text: "and Otter?" }));
  });
});

describe("nobody is told the same again who asks for what comes next", () => {
  it.each(["and then?", "and after that?", "what about it?", "is that enough?"])(
    "%s",
    async (text) => {
      expect(await shownLast(["drawbacks of Otter", text])).toBe("");
    },
  );
});
