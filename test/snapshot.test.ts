import { describe, expect, it } from "vitest";
import { plainText } from "../src/plain-text.ts";
import type { Asker } from "../src/types.ts";
import { anybody, found, snapshotOf } from "./support/build-snapshot.ts";

const PAY = `---
title: Salaries
aliases: [wages]
questions:
  - How much do people earn?
never:
  - What do frontend developers earn?
---
# Salaries

## Developer salaries in India

The table gives the yearly pay of developers in India in lakh rupees:

| Level | Pay a year |
|---|---|
| Fresher | 4–8 lakh |
| Mid-level | 8–18 lakh |
| Senior | 18–35 lakh |
| Architect | 35–70 lakh |
| Fellow | 70–90 lakh |

## Developer salaries in Spain

The union publishes the pay of developers in Spain each spring, in a leaflet that every member can read for free.
`;

const CACHE = `# Caching

Caching is the practice of keeping copies of frequently read values close to the code that reads them. It saves
time. It also saves money.

## Rolling out a cache

Roll out a cache in these steps:

1. Measure the slow reads.
2. Pick a store such as Redis.
3. Decide when entries expire.

## Setting a key

Set a key with a time to live like this:

\`\`\`sh
redis-cli SET greeting hello EX 60
\`\`\`
`;

const pages = { "careers/pay.md": PAY, "tech/caching.md": CACHE };

describe("an answer", () => {
  const snapshot = snapshotOf(pages);

  it("to a fact in a table is its row, under its headers, at its line", async () => {
    const answer = await found(snapshot, "What does a senior developer earn in India?");
    expect(plainText(answer.body)).toContain("Senior | 18–35 lakh");
    expect(plainText(answer.body)).not.toContain("Fellow");
    const table = answer.body.find((block) => block.kind === "table");
    expect(table?.lines).toEqual([19, 19]);
    expect(answer.citations[0].passage.id).toBe("careers/pay.md#developer-salaries-in-india");
  });

  it("to how-to is all of the steps with their lead-in", async () => {
    const answer = await found(snapshot, "How do I roll out a cache?");
    expect(plainText(answer.body)).toBe(
      "Roll out a cache in these steps:\n\n1. Measure the slow reads.\n2. Pick a store such as Redis.\n3. Decide when entries expire.",
    );
  });

  it("to what-is is the definition with what makes it useful", async () => {
    const answer = await found(snapshot, "What is caching?");
    expect(plainText(answer.body)).toMatch(/^Caching is the practice/u);
    expect(plainText(answer.body)).toContain("It saves time.");
  });

  it("to show-me is the code, whole", async () => {
    const answer = await found(
      snapshot,
      "show me the command for setting a key with a time to live",
    );
    expect(answer.body.at(-1)).toMatchObject({
      kind: "code",
      language: "sh",
      text: expect.stringContaining("EX 60"),
    });
  });

  it("finds a page by a declared question and by an alias", async () => {
    expect((await found(snapshot, "How much do people earn?")).citations[0].passage.page).toBe(
      "careers/pay.md",
    );
  });

  it("is not taken from a page that says never", async () => {
    const outcome = await snapshot.answer({
      text: "What do frontend developers earn?",
      asker: anybody,
    });
    expect(outcome.kind).toBe("abstained");
  });

  it("survives one typo", async () => {
    const answer = await found(snapshot, "What does an architct earn in India?");
    expect(plainText(answer.body)).toContain("35–70 lakh");
  });

  it("understands declared synonyms", async () => {
    const known = snapshotOf(pages, {
      synonyms: "- [cache, buffer store]\n- [developer, coder]\n",
    });
    expect(plainText((await found(known, "senior coder pay India")).body)).toContain("18–35");
  });
});

describe("silence", () => {
  const snapshot = snapshotOf(pages);

  it.each([
    ["", "empty-query"],
    ["?!…", "empty-query"],
    ["hello there", "small-talk"],
    ["thanks!", "small-talk"],
    ["zyzzyva quixotry", "no-hit"],
  ])("after %j has the reason %s", async (text, reason) => {
    const outcome = await snapshot.answer({ text, asker: anybody });
    expect(outcome).toMatchObject({ kind: "abstained", reason });
  });

  it("names what is closest when it is not sure enough", async () => {
    const strict = snapshotOf(pages, { threshold: 1 });
    const outcome = await strict.answer({
      text: "What does a senior developer earn in India?",
      asker: anybody,
    });
    expect(outcome).toMatchObject({ kind: "abstained", reason: "low-confidence" });
    expect(outcome.related[0]?.passage.page).toBe("careers/pay.md");
  });

  it("names nothing that only shares a word with the question", async () => {
    const text = "How many years is the union of Norway and Sweden in the history books?";
    const outcome = await snapshot.answer({ text, asker: anybody });
    expect(outcome).toMatchObject({ kind: "abstained", reason: "low-confidence", related: [] });
  });
});

describe("a conversation", () => {
  const snapshot = snapshotOf(pages);
  const previous = ["How much does a senior developer earn in India?"];

  it("takes up the question before", async () => {
    const outcome = await snapshot.answer(
      { text: "and an architect?", asker: anybody },
      { previous },
    );
    expect(outcome.kind === "found" && plainText(outcome.body)).toContain("35–70 lakh");
  });

  it("is left by a question that stands by itself", async () => {
    const outcome = await snapshot.answer(
      { text: "What is caching?", asker: anybody },
      { previous },
    );
    expect(outcome.kind === "found" && outcome.citations[0].passage.page).toBe("tech/caching.md");
  });
});

describe("what an asker may not read", () => {
  const secret = `---\naudience: [board]\nquestions:\n  - What is the Zephyrus merger price?\n---\n# Zephyrus merger\n\nThe Zephyrus merger price is 400 million dollars.\n`;
  const withSecret = snapshotOf({ ...pages, "board/merger.md": secret });
  const board: Asker = { id: "test:board", labels: ["board"] };

  it("answers those it is meant for", async () => {
    expect(
      plainText((await found(withSecret, "What is the Zephyrus merger price?", board)).body),
    ).toContain("400 million");
  });

  it.each([
    "What is the Zephyrus merger price?",
    "zephyrus",
    "Zephyrsu merger",
    "merger price in dollars",
  ])("is as unknown to others as if it did not exist: %s", async (text) => {
    const hidden = await withSecret.answer({ text, asker: anybody });
    expect(hidden.kind).toBe("abstained");
    expect(JSON.stringify(hidden)).not.toMatch(/zephyrus|merger|400/iu);
  });

  it("is not suggested, read or browsed", async () => {
    expect(await withSecret.suggest("zeph", anybody, 25)).toEqual([]);
    expect(await withSecret.read("board/merger.md#zephyrus-merger", anybody)).toBeUndefined();
    expect(JSON.stringify(await withSecret.topics(anybody))).not.toContain("board");
    expect((await withSecret.suggest("zeph", board, 25)).length).toBeGreaterThan(0);
  });
});

describe("a snapshot", () => {
  it("has the same version for the same content, and another for other content", () => {
    const facts = snapshotOf(pages).facts;
    expect(snapshotOf(pages).facts.version).toBe(facts.version);
    expect(snapshotOf({ ...pages, "x.md": "# X\n\nText.\n" }).facts.version).not.toBe(
      facts.version,
    );
    expect(facts).toMatchObject({ pages: 2, problems: [] });
  });

  it("of nothing readable is an error that says what to do", () => {
    expect(() => snapshotOf({})).toThrow(/no readable passage/u);
  });

  it("explains an answer by words, signals and runners-up", async () => {
    const why = await snapshotOf(pages).why({ text: "senior pay in India", asker: anybody });
    expect(why.terms.map((term) => term.word)).toEqual(
      expect.arrayContaining(["senior", "pay", "India"]),
    );
    expect(why.candidates[0]?.passage).toBe("careers/pay.md#developer-salaries-in-india");
    expect(
      why.confidence.every((signal) => signal.meaning !== "" && Number.isFinite(signal.value)),
    ).toBe(true);
  });
});

describe("a misspelt word", () => {
  it("is asked back where nothing was found", async () => {
    const strict = snapshotOf(pages, { threshold: 1 });
    const outcome = await strict.answer({ text: "what is cachign for", asker: anybody });
    expect(outcome).toMatchObject({ kind: "abstained", didYouMean: "what is Caching for" });
  });
});
