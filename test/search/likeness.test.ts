import { describe, expect, it } from "vitest";
import { buildArrays } from "../../src/search/arrays.ts";
import { createLikeness } from "../../src/search/likeness.ts";
import { knowledgeOf, slotsFor } from "../support/searching.ts";

describe("likeness to what a passage is named", () => {
  const arrays = buildArrays(
    knowledgeOf({
      "a.md": `---
questions:
  - "How do I rotate the signing key? -> #keys"
never:
  - "Who holds the master password?"
---
# Security

## Keys

Keys are rotated in the portal by whoever holds them.`,
      "b.md": "# Holidays\n\nEverybody has thirty days.",
    }).indexed,
  );
  const likeness = createLikeness(arrays);
  const to = (question: string) => likeness(slotsFor(arrays, question), 0);

  it("is highest for the very question its author declared", () => {
    expect(to("How do I rotate the signing key?").declared).toBeGreaterThan(0.95);
    expect(to("How many holidays are there?").declared).toBe(0);
  });

  it("sees the own heading and the path to it", () => {
    expect(to("security keys").heading).toBeGreaterThan(0.9);
    expect(to("keys").heading).toBeGreaterThan(to("keys of holidays").heading);
  });

  it("bans the question its author said it must not answer", () => {
    expect(to("Who holds the master password?").declared).toBe(Number.NEGATIVE_INFINITY);
  });
});
