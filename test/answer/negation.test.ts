import { describe, expect, it, test } from "vitest";
import { anybody, found, snapshotOf } from "../support/build-snapshot.ts";

const ovens = `# Ovens

## When to use a steel oven

A steel oven is used for bread and for pizza. Steel ovens are quick.

## Drawbacks of steel ovens

Steel ovens have two drawbacks:

- they cool down quickly
- they are loud

## Ovens that burn wood

The stone oven and the clay oven burn wood.
`;
const others = Object.fromEntries(
  ["bread", "pizza", "flour", "yeast", "salt"].map((name) => [
    `${name}.md`,
    `# About ${name}\n\nGood ${name} comes from the mill beside the river, where it is kept dry.\n`,
  ]),
);
const snapshot = snapshotOf({ "ovens.md": ovens, ...others });

describe("a question for what is not so", () => {
  it.each(["Why should I not use a steel oven?", "why shouldn't we use steel ovens"])(
    "is answered with the drawbacks: %s",
    async (question) => {
      const { citations } = await found(snapshot, question);
      expect(citations[0].passage.headings.at(-1)).toBe("Drawbacks of steel ovens");
    },
  );

  it.each(["Which ovens do not burn wood?", "which ovens don't burn wood"])(
    "is not answered with what is so: %s",
    async (question) => {
      expect((await snapshot.answer({ text: question, asker: anybody })).kind).toBe("abstained");
      const { kind } = await snapshot.answer({ text: "Which ovens burn wood?", asker: anybody });
      expect(kind).toBe("found");
    },
  );

  it("is not the same as the declared one without the not", async () => {
    const declared = `---\nquestions:\n  - "Which ovens burn wood? -> #ovens-that-burn-wood"\n---\n${ovens}`;
    const told = snapshotOf({ "ovens.md": declared, ...others });
    const { kind } = await told.answer({ text: "Which ovens do not burn wood?", asker: anybody });
    expect(kind).toBe("abstained");
  });

  it("is answered where its author declared it", async () => {
    const declared = `---\nquestions:\n  - "Which ovens do not burn wood? -> #drawbacks-of-steel-ovens"\n---\n${ovens}`;
    const told = snapshotOf({ "ovens.md": declared, ...others });
    const { confidence } = await found(told, "Which ovens do not burn wood?");
    expect(confidence).toBeGreaterThan(0.9);
  });
});

test("the drawbacks do not stand in for what an author declared", async () => {
  const declared = `---\nquestions:\n  - "Why should I not use a steel oven? -> #our-rule"\n---\n${ovens}\n## Our rule\n\nWe bake in clay.\n`;
  const { citations } = await found(
    snapshotOf({ "ovens.md": declared, ...others }),
    "Why should I not use a steel oven?",
  );
  expect(citations[0].passage.headings.at(-1)).toBe("Our rule");
});

test("who tells what does not work asks for a remedy, not for what is not so", async () => {
  const page =
    "# Doors\n\n## Locked out\n\nIf you lose your badge, ask reception for a visitor badge.\n";
  const { body } = await found(
    snapshotOf({ "doors.md": page, ...others }),
    "what do I do when I do not have my badge",
  );
  expect(body).toHaveLength(1);
});
