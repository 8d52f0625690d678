import { describe, expect, it } from "vitest";
import { plainText } from "../../src/plain-text.ts";
import { found, snapshotOf } from "../support/build-snapshot.ts";

const snapshot = snapshotOf({
  "expenses.md": `# Expenses

Claim expenses within 30 days.

## What we do not pay

- alcohol
- parking fines
- the minibar

## Where nothing is refunded

Gifts for guests stay with who bought them.

## Travel we pay

These are paid:

- trains
- hotels
`,
});

describe("an answer", () => {
  it("that is a list without words above it stands under its heading", async () => {
    const { body, citations } = await found(snapshot, "Is the minibar paid?");
    expect(plainText(body)).toBe(
      "What we do not pay:\n\n- alcohol\n- parking fines\n- the minibar",
    );
    expect(body[0]?.lines).toEqual([5, 5]);
    expect(citations[0].lines).toEqual([7, 9]);
  });

  it("stands under a heading that says no", async () => {
    const { body } = await found(snapshot, "Are gifts for guests paid?");
    expect(plainText(body)).toMatch(/^Where nothing is refunded:\n\nGifts/u);
  });

  it("that is led in to needs no heading", async () => {
    const { body } = await found(snapshot, "Are trains paid?");
    expect(plainText(body)).toMatch(/^These are paid:/u);
  });
});
