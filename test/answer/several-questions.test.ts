import { describe, expect, it } from "vitest";
import { plainText } from "../../src/plain-text.ts";
import { anybody, found, snapshotOf } from "../support/build-snapshot.ts";

const snapshot = snapshotOf({
  "gannet.md": `# The Gannet

The Gannet is a wooden boat with two masts.

## Who built the Gannet

The Gannet was built by Ada Brook in 1871.
`,
  "curlew.md": "# The Curlew\n\nThe Curlew is a small iron boat for one person.\n",
  "rust.md": `# Rust

Rust is the brown crust that salt water leaves on iron.

## How to prevent rust

Paint the iron every spring to prevent rust.
`,
});

const answered = async (text: string): Promise<string> =>
  plainText((await found(snapshot, text)).body);

describe("a message with several questions", () => {
  it.each([
    "what is the gannet? what is the curlew?",
    "What is the Gannet?\nWhat is the Curlew?",
    "what is the gannet and what is the curlew",
    "what is the gannet, what is the curlew?",
  ])("%s is answered with one after the other", async (text) => {
    expect(await answered(text)).toMatch(/wooden boat with two masts\.\s+.*small iron boat/u);
  });

  it("cites each answer, and is as sure as the less sure of them", async () => {
    const both = await found(snapshot, "what is the gannet? what is the curlew?");
    expect(both.citations.map(({ passage }) => passage.page)).toEqual(["gannet.md", "curlew.md"]);
    const each = [
      await found(snapshot, "what is the gannet?"),
      await found(snapshot, "what is the curlew?"),
    ];
    expect(both.confidence).toBe(Math.min(...each.map(({ confidence }) => confidence)));
    const shown = both.citations.map(({ passage }) => passage.id);
    for (const { passage } of both.related) expect(shown).not.toContain(passage.id);
  });

  it("may lean in its second half on the first", async () => {
    expect(await answered("what is rust, how do I prevent it?")).toMatch(/crust.*Paint the iron/su);
    expect(await answered("what is rust and how do I prevent it?")).toMatch(
      /brown crust[\s\S]*every spring/u,
    );
  });

  it("gets what is found of it", async () => {
    expect(await answered("what is the gannet? what is a zeppelin?")).toMatch(/^The Gannet is/u);
    const outcome = await snapshot.answer({
      text: "what is a kite? what is a zeppelin?",
      asker: anybody,
    });
    expect(outcome.kind).toBe("abstained");
  });

  it("gets the same passage once", async () => {
    const one = await found(snapshot, "what is the curlew? what's the curlew?");
    expect(one.citations).toHaveLength(1);
  });

  it("shows the same paragraph once, whatever stands out in it", async () => {
    const desk = "The desk is on the second floor, and its key has number four.";
    const offices = snapshotOf({ "desk.md": `# The desk\n\n## Desk and key\n\n${desk}\n` });
    const { body } = await found(offices, "Which floor is the desk on? Which number has the key?");
    expect(plainText(body)).toBe(desk);
  });

  it("shows both rows where one table answers both", async () => {
    const rows = ["Mobile", "Legal", "Search", "Sales", "Tools", "Press"];
    const table = rows.map((team, at) => `| ${team} | Person ${"ABCDEF"[at] ?? ""} |`).join("\n");
    const page = `# Teams\n\n## Who leads which team\n\n| Team | Led by |\n|---|---|\n${table}\n`;
    const teams = snapshotOf({ "teams.md": page });
    const { body } = await found(teams, "Who leads the mobile team? Who leads the legal team?");
    expect(plainText(body)).toMatch(/Person A[\s\S]*Person B/u);
  });

  it("answers the half that is known", async () => {
    expect(await answered("what is the curlew and how much does it cost?")).toContain(
      "small iron boat",
    );
  });
});
