import { describe, expect, it } from "vitest";
import { plainText } from "../../src/plain-text.ts";
import { anybody, found, snapshotOf } from "../support/build-snapshot.ts";

const TEAS = `---
never:
  - "Is oolong better than sencha?"
  - "Is rooibos cheaper than sencha?"
---
# Teas

Teas are drinks made of leaves.

## Teas of the house

The kitchen keeps these teas:

| Tea | Where it comes from |
| --- | --- |
| Oolong | Taiwan, stored beside the sencha |
| Sencha | Japan |
| Rooibos | South Africa |

## Oolong

Oolong is a tea that is half fermented.

## Assam

Assam is a strong black tea.

## Chai

Chai is a tea with spices.`;
const BEDS = `# Beds

A bed is something to sleep in.

## Hammock or bunk

A hammock swings, and a bunk stands still.

## Cots by price and weight

The table shows both kinds of cot.

| Aspect | Folding cot | Wooden cot |
| --- | --- | --- |
| Weight | 4 kg | 9 kg |
| Made of | Steel | Beech |

## Pay in the workshop

The pay depends on the rank:

| Rank | Pay a month |
| --- | --- |
| Master carpenter | 4,000 |
| Apprentice carpenter | 1,200 |
| Guest | nothing |`;
const snapshot = snapshotOf({ "teas.md": TEAS, "beds.md": BEDS });

const answerTo = async (text: string): Promise<string> =>
  plainText((await found(snapshot, text)).body);

describe("a question that compares two things", () => {
  it.each([
    "sencha vs rooibos",
    "rooibos or sencha",
    "What is the difference between sencha and rooibos?",
    "compare rooibos with sencha",
    "which is better, the sencha or the rooibos?",
    "is sencha better than rooibos",
    "how does rooibos differ from sencha",
    "what makes rooibos different from sencha",
    "how are rooibos and sencha different",
  ])("is answered with the rows of both: %s", async (text) => {
    const answer = await answerTo(text);
    expect(answer).toMatch(/Tea \| Where[\s\S]*Sencha \| Japan[\s\S]*Rooibos \| South Africa/u);
    expect(answer).not.toContain("Oolong");
  });

  it("is answered with the rows of both where the sides share a last word", async () => {
    const answer = await answerTo("master vs apprentice pay");
    expect(answer).toMatch(/Master carpenter \| 4,000[\s\S]*Apprentice carpenter \| 1,200/u);
    expect(answer).not.toContain("Guest");
  });

  it("is answered by the section that is headed by both", async () => {
    expect(await answerTo("bunk vs hammock")).toContain("a bunk stands still");
  });

  it("is answered by the whole table that has a column for each", async () => {
    const answer = await answerTo("folding cot vs wooden cot");
    expect(answer).toMatch(/4 kg \| 9 kg[\s\S]*Steel \| Beech/u);
  });

  it("is answered with what each is, both cited, where nothing compares them", async () => {
    const { body, citations } = await found(snapshot, "assam vs chai");
    expect(plainText(body)).toMatch(/strong black tea[\s\S]*tea with spices/u);
    expect(citations.map(({ passage }) => passage.id)).toEqual(["teas.md#assam", "teas.md#chai"]);
  });

  it.each([
    ["one side is unknown", "sencha vs espresso"],
    ["the author says that the page does not compare them", "oolong vs sencha"],
    ["something else is asked about them", "which is healthier, assam or chai?"],
    ["a place is asked for", "where can I get assam or chai?"],
  ])("finds nothing to compare where %s", async (_, text) => {
    const outcome = await snapshot.answer({ text, asker: anybody });
    const cited = outcome.kind === "found" ? outcome.citations : [];
    expect(outcome.confidence).toBeLessThan(0.75);
    expect(cited.length).toBeLessThan(2);
  });

  it("is answered although another question about both is not", async () => {
    expect(await answerTo("rooibos vs sencha")).toContain("South Africa");
  });

  it.each(["compare oolong, sencha and rooibos", "oolong vs sencha vs rooibos"])(
    "leaves none out where there are more: %s",
    async (text) => {
      const lenient = snapshotOf({ "teas.md": TEAS, "beds.md": BEDS }, { threshold: 0.2 });
      expect(plainText((await found(lenient, text)).body)).toMatch(
        /Oolong[\s\S]*Sencha[\s\S]*Rooibos/u,
      );
    },
  );

  it("counts the parts of a synonym together", async () => {
    const synonyms = "- [apprentice, first-year]\n";
    const page = BEDS.replace("Apprentice carpenter", "First-year carpenter");
    const { body } = await found(
      snapshotOf({ "beds.md": page }, { synonyms }),
      "master vs apprentice pay",
    );
    expect(plainText(body)).toMatch(/4,000[\s\S]*1,200/u);
  });

  it("shows nobody a passage they may not read", async () => {
    const closed = TEAS.replace("---\n", "---\naudience: [slack:group:S1]\n");
    const theirs = snapshotOf({ "teas.md": closed, "beds.md": BEDS });
    const outcome = await theirs.answer({ text: "assam vs chai", asker: anybody });
    expect(JSON.stringify(outcome)).not.toMatch(/teas\.md|spices/u);
  });

  it("compares nothing that an author says is not answered, though another page is headed by both", async () => {
    const cats = "# Pets\n\n## Cats and dogs\n\nCats and dogs are pets of many people.\n";
    const never =
      '---\nnever:\n  - "cats vs dogs"\n---\n# Animals\n\nCats are animals. Dogs are animals, too.\n';
    const asked = { text: "cats vs dogs", asker: anybody };
    const refusing = snapshotOf({ "pets.md": cats, "animals.md": never });
    expect((await refusing.answer(asked)).kind).toBe("abstained");
    const page = never.slice(never.indexOf("# Animals"));
    const silent = snapshotOf({ "pets.md": cats, "animals.md": page });
    expect((await silent.answer(asked)).kind).toBe("found");
  });

  it("compares nothing where the rows say the same, or one column is about both", async () => {
    const page =
      "# Tools\n\n| Tool | Named by |\n|---|---|\n| Adze | the old guide |\n| Froe | the old guide |\n| Awl | the new guide |\n";
    const same = snapshotOf({ "tools.md": page });
    const { confidence } = await same.answer({ text: "adze vs froe", asker: anybody });
    expect(confidence).toBeLessThan(0.75);
  });
});
