import { describe, expect, it } from "vitest";
import { plainText } from "../../src/plain-text.ts";
import { anybody, found, snapshotOf } from "../support/build-snapshot.ts";

const HAMMOCK = `# Hammock

A hammock is a bed of cloth between two trees.

## Why sleep in a hammock

A hammock rocks whoever lies in it.

## Advantages of a hammock

A hammock has these advantages:

- it is light
- it is cool in summer

## Drawbacks of a hammock

Whoever turns over in a hammock falls out.`;
const BUNK = `# Bunk

A bunk is a bed above another.

## Why sleep in a bunk

A bunk saves room.

## Painting a bunk

A bunk is painted in spring.`;
const COT = `# Cot

A cot is a bed that folds.`;
const pages = { "hammock.md": HAMMOCK, "bunk.md": BUNK, "cot.md": COT };
const snapshot = snapshotOf(pages);

describe("what is good and what is bad about a thing", () => {
  it.each([
    "pros and cons of a hammock",
    "hammock pros & cons",
    "advantages and disadvantages of hammocks",
    "What are the strengths and weaknesses of a hammock?",
    "good and bad things about the hammock",
    "benefits or drawbacks of a hammock",
  ])("is answered by the sections about either, both cited: %s", async (text) => {
    const { body, citations } = await found(snapshot, text);
    expect(plainText(body)).toMatch(/it is light[\s\S]*falls out/u);
    expect(citations.map(({ passage }) => passage.id)).toEqual([
      "hammock.md#advantages-of-a-hammock",
      "hammock.md#drawbacks-of-a-hammock",
    ]);
  });

  it("is answered by the one half that a page has, reasons for it counting as such", async () => {
    const { body, citations } = await found(snapshot, "pros and cons of a bunk");
    expect(plainText(body)).toBe("A bunk saves room.");
    expect(citations).toHaveLength(1);
  });

  it.each([
    ["no section is about either", "pros and cons of a cot"],
    ["the thing is unknown", "pros and cons of a mattress"],
    ["it is of no thing", "pros and cons"],
  ])("is not answered where %s", async (_, text) => {
    expect((await snapshot.answer({ text, asker: anybody })).kind).toBe("abstained");
  });

  it("is not answered where its author says so", async () => {
    const never = `---\nnever:\n  - "Pros and cons of a bunk"\n---\n${BUNK}`;
    const forbidden = snapshotOf({ ...pages, "bunk.md": never });
    const outcome = await forbidden.answer({ text: "pros and cons of a bunk", asker: anybody });
    expect(JSON.stringify(outcome.kind === "found" && outcome.body)).not.toContain("saves room");
  });
});
