import { describe, expect, it } from "vitest";
import { anybody, found, snapshotOf } from "../support/build-snapshot.ts";

const pages = {
  "codes.md": `# Codes of the press

## Exit codes of the press

| Exit code | Meaning |
|---|---|
| 1 | the press has no paper |
| 2 | the press is jammed |

## Trial of new members

New members are on trial for six months.

## Passwords of members

The password of a member has at least 14 letters.

## Grade II of members

Whoever has printed ten books has the second grade.

## Share of members who print

Three in four members print books, the others print cards.

## Training of members

The training of members is fun, and everybody learns to print.
`,
  ...Object.fromEntries(
    ["ink", "paper", "cutter", "glue", "rollers"].map((name) => [
      `${name}.md`,
      `# All about ${name}\n\nThe ${name} comes from the shop around the corner and is kept dry.\n`,
    ]),
  ),
};
const snapshot = snapshotOf(pages);
const kindOf = async (text: string): Promise<string> =>
  (await snapshot.answer({ text, asker: anybody })).kind;

describe("an answer is doubted", () => {
  it("where one of several numbered things is asked about that the passage does not have", async () => {
    const { body } = await found(snapshot, "What does exit code 2 of the press mean?");
    expect(JSON.stringify(body)).toContain("jammed");
    expect(await kindOf("What does exit code 7 of the press mean?")).toBe("abstained");
  });

  it("unless it says the number in words", async () => {
    expect(await kindOf("Who has grade 2 of members?")).toBe("found");
    expect(await kindOf("Who has grade 4 of members?")).toBe("abstained");
  });

  it("where a time is asked for and it holds none", async () => {
    expect(await kindOf("How long are new members on trial?")).toBe("found");
    expect(await kindOf("How long does the training of members take?")).toBe("abstained");
    expect(await kindOf("How long is the password of a member?")).toBe("found");
  });

  it("where a row of another place is found than the one asked for", async () => {
    const pay = snapshotOf({
      "pay.md":
        "# Pay of printers\n\n| Level | Pay of a printer |\n|---|---|\n| Junior printer | 30 euros |\n| Senior printer | 60 euros |\n",
      "places.md": "# Places\n\nThe house in Lisbon has a garden. The house in Berlin has none.\n",
    });
    const ask = async (text: string): Promise<string> =>
      (await pay.answer({ text, asker: anybody })).kind;
    expect(await ask("What is the pay of a senior printer?")).toBe("found");
    expect(await ask("What is the pay of a senior printer in Lisbon?")).toBe("abstained");
  });

  it("where a percentage is asked for and its passage has none", async () => {
    expect(await kindOf("What percentage of new members are on trial?")).toBe("abstained");
    const text = "What percentage of members print books?";
    expect((await found(snapshot, text)).citations[0].snippet.text).toContain("Three in four");
  });

  it("not where its heading asks the same, or what is asked refers to nothing", async () => {
    const shop = snapshotOf({
      ...pages,
      "shop.md": `# The shop

## Prices

A ticket is 12 euros.

## Release process

The next version comes out in May.
`,
    });
    for (const text of ["How much does it cost?", "When do you release?"])
      expect((await shop.answer({ text, asker: anybody })).kind, text).toBe("found");
  });

  it("where nothing says what is asked about, and it is about something of its own", async () => {
    const learning =
      "## How hard the press is to learn\n\nThe press is hard to learn: it takes a year.\n";
    const told = { ...pages, "press.md": `# The press\n\n${learning}` };
    const ask = async (text: string, files: Record<string, string>): Promise<string> =>
      (await snapshotOf(files).answer({ text, asker: anybody })).kind;
    expect(await ask("Is the press hard to learn?", told)).toBe("found");
    expect(await ask("Is it hard to learn?", told)).toBe("abstained");
    const declared = `---\nquestions:\n  - Is it hard to learn?\n---\n${told["press.md"]}`;
    expect(await ask("Is it hard to learn?", { ...pages, "press.md": declared })).toBe("found");
    const bare = "# Is it hard to learn?\n\nNo, it is easy to learn: a day is enough.\n";
    expect(await ask("is it hard to learn", { ...pages, "faq.md": bare })).toBe("found");
  });
});
