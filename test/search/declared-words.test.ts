import { describe, expect, it } from "vitest";
import { anybody, snapshotOf } from "../support/build-snapshot.ts";

const others = Object.fromEntries(
  ["ink", "paper", "cutter", "glue", "rollers"].map((name) => [
    `${name}.md`,
    `# All about ${name}\n\nThe ${name} comes from the shop around the corner and is kept dry.\n`,
  ]),
);
const snapshot = snapshotOf({
  ...others,
  "press.md": `---
questions:
  - "How do I undo a jammed sheet? -> #when-the-press-stops"
  - "What helps when the machine chews my posters? -> #when-the-press-stops"
never:
  - "Who repairs the machine on weekends?"
---
# The press

The press stands in the cellar.

## When the press stops

Open the lid and pull the lever twice.

## Cleaning

Wipe the press with a cloth.
`,
});
const answer = (text: string) => snapshot.answer({ text, asker: anybody });

describe("what authors declare", () => {
  it("answers what is asked in words of several of its questions, and of none alone", async () => {
    const outcome = await answer("my posters are jammed, what helps?");
    expect(outcome).toMatchObject({ kind: "found" });
    expect(outcome.kind === "found" && outcome.citations[0].passage.id).toBe(
      "press.md#when-the-press-stops",
    );
  });

  it("answers nothing that holds a word of what its page does not answer", async () => {
    expect((await answer("who repairs jammed posters?")).kind).toBe("abstained");
  });

  it("is named where it led to an answer", async () => {
    const { confidence } = await snapshot.why({
      text: "my posters are jammed, what helps?",
      asker: anybody,
    });
    const value = (name: string): number =>
      confidence.find((signal) => signal.name === name)?.value ?? 0;
    expect(value("declared words")).toBeGreaterThan(0.2);
    expect(value("refused words")).toBe(0);
  });
});
