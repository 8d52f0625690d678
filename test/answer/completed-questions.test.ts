import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Asker, Outcome, Snapshot } from "../../src/index.ts";
import { plainText } from "../../src/plain-text.ts";
import { anybody, found, snapshotOf } from "../support/build-snapshot.ts";
import { HANDBOOK, RESET } from "../support/handbook.ts";

const PAGES: Readonly<Record<string, string>> = {
  "pay.md": `# Pay

## Developer pay in India

Yearly pay of developers in India:

| Level | Pay in India |
|---|---|
| Senior | 18–35 lakh |
| Architect | 35–70 lakh |

## Developer pay in Spain

Yearly pay of developers in Spain:

| Level | Pay in Spain |
|---|---|
| Senior | €45,000 |
| Architect | €65,000 |
`,
  "php.md": `# PHP

PHP is a language for web pages.

## Who made PHP

Rasmus Lerdorf made PHP in 1994.
`,
  "redis.md": `# Redis

Redis is a store in memory.

## Who made Redis

Salvatore Sanfilippo made Redis in 2009.
`,
};

const snapshot = snapshotOf(PAGES);

function shownOf(outcome: Outcome): string {
  return outcome.kind === "found" ? plainText(outcome.body) : "";
}

function after(previous: string, text: string, asker: Asker = anybody): Promise<Outcome> {
  return snapshot.answer({ text, asker }, { previous: [previous] });
}

describe("a follow-up is answered as the question it stands for", () => {
  const pay = "How much is the pay of a senior developer in India?";
  it.each([
    [pay, "and an architect?", "35–70 lakh"],
    [pay, "and in Spain?", "€45,000"],
    ["what is PHP", "who made it?", "Rasmus Lerdorf made PHP"],
    ["Who made PHP?", "and Redis?", "Salvatore Sanfilippo made Redis"],
    ["what is Redis", "and who made it?", "Salvatore Sanfilippo made Redis"],
  ])("after %s, %s: %s", async (previous, text, words) => {
    expect(shownOf(await after(previous, text))).toContain(words);
  });

  it("by what its own words ask for, not by the same answer again", async () => {
    const handbook = snapshotOf(HANDBOOK);
    const previous = [RESET];
    const lending = await handbook.answer({ text: "can I lend it?", asker: anybody }, { previous });
    expect(shownOf(lending)).toContain("never lent");
  });

  it("in the very words, where one reading is surest", async () => {
    const written = await found(snapshot, "who made PHP?");
    expect(await after("what is PHP", "who made it?")).toEqual(written);
  });

  it("never less surely than by the words of the question before", async () => {
    const known = await found(snapshot, "who made PHP?");
    const outcome = await after("what is PHP", "who made it?");
    expect(outcome.confidence).toBeGreaterThanOrEqual(known.confidence);
  });

  it("only after a question, and only if it leans on it", async () => {
    const alone = await snapshot.answer({ text: "who made it?", asker: anybody });
    expect(shownOf(alone)).not.toContain("PHP is");
    const text = "Who made Redis?";
    expect(await after("what is PHP", text)).toEqual(await found(snapshot, text));
  });

  it.each([
    [pay, "and an architect?"],
    ["what is PHP", "who made it?"],
    ["what is PHP", "and what does it cost?"],
    ["what is PHP", "xyzzy"],
  ])("and explained by it: %s, %s", async (previous, text) => {
    const query = { text, asker: anybody };
    const why = await snapshot.why(query, { previous: [previous] });
    expect(why.outcome).toEqual(await after(previous, text));
  });
});

describe("what an asker may not read", () => {
  const SECRET = `---
audience: [slack:group:S1]
questions:
  - Who made Quixotelium?
---
# Quixotelium

Quixotelium is the zanzibarine pay of the board.

## Who made Quixotelium

Cornelia Fiddlestorm made Quixotelium in 1999.
`;
  const withSecret = snapshotOf({ ...PAGES, "secret.md": SECRET });
  const insider: Asker = { id: "test:insider", labels: ["slack:group:S1"] };
  const ask = (of: Snapshot, previous: string, text: string, asker: Asker): Promise<Outcome> =>
    of.answer({ text, asker }, { previous: [previous] });

  it("completes no question of others", async () => {
    const theirs = await ask(withSecret, "what is Quixotelium", "who made it?", insider);
    expect(shownOf(theirs)).toContain("Fiddlestorm");
    const ours = await ask(withSecret, "what is Quixotelium", "who made it?", anybody);
    expect(JSON.stringify(ours)).not.toMatch(/fiddlestorm|secret\.md|quixotelium/iu);
  });

  it("shows in no reading of any follow-up", () => {
    const word = fc.constantFrom("what is", "Quixotelium", "PHP", "pay", "made", "board", "senior");
    const previous = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(" "));
    const text = fc.constantFrom(
      "who made it?",
      "and the board?",
      "and who made Redis?",
      "what about its pay?",
      "and when?",
    );
    return fc.assert(
      fc.asyncProperty(previous, text, async (before, asked) => {
        const query = { text: asked, asker: anybody };
        const why = await withSecret.why(query, { previous: [before] });
        const shown = JSON.stringify([await ask(withSecret, before, asked, anybody), why]);
        expect(shown).not.toMatch(/fiddlestorm|zanzibarine|cornelia|secret\.md/iu);
      }),
      { numRuns: 60 },
    );
  });
});
