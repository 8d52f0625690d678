import { describe, expect, it, test } from "vitest";
import { plainText } from "../../src/plain-text.ts";
import { found, snapshotOf } from "../support/build-snapshot.ts";

test.each([
  "The table compares both kinds of cache.",
  "Both kinds of cache compare as shown below.",
  "Both kinds of cache differ as follows:",
])("an answer keeps what its text announces: %s", async (announcement) => {
  const page = `# Caches\n\nA local cache differs from a shared cache in who can read it. ${announcement}\n\n| Kind | Read by |\n|---|---|\n| Local | one process |\n| Shared | all processes |\n`;
  const { body } = await found(
    snapshotOf({ "caches.md": page }),
    "difference between a local cache and a shared cache",
  );
  expect(body.map(({ kind }) => kind)).toEqual(["paragraph", "table"]);
});

test("a row is shown with the text that announces its table, whatever punctuation that holds", async () => {
  const page = `# Ovens\n\n## Ovens compared\n\nThe table compares the three ovens: stone, steel and clay.\n\n| Oven | Heat | Price |\n|---|---|---|\n| Stone | 300 degrees | 900 euros |\n| Steel | 250 degrees | 400 euros |\n| Clay | 350 degrees | 200 euros |\n`;
  const { body } = await found(
    snapshotOf({ "ovens.md": page }),
    "What is the price of the clay oven?",
  );
  expect(body.map(({ kind }) => kind)).toEqual(["paragraph", "table"]);
  expect(body[1]).toMatchObject({ rows: { length: 1 } });
});

test("whoever asks how to do something is shown all ways, in a table as in a list", async () => {
  const rows = ["Cache pages|fewer reads", "Add indexes|faster reads", "Compress|less to send"];
  const page = `# Speed\n\n## Ways to make pages load faster\n\n| Technique | Why pages load faster |\n|---|---|\n| ${rows.join(" |\n| ").replaceAll("|", " | ").replaceAll("\n |", "\n|")} |\n| Split bundles | pages load faster |\n| Drop fonts | less to load |\n`;
  const { body } = await found(
    snapshotOf({ "speed.md": page }),
    "How do I make my pages load faster?",
  );
  expect(body.at(-1)).toMatchObject({ kind: "table", rows: { length: 5 } });
});

it("a table under a heading that asks is shown whole, though a row says one of the heading's words in another way", async () => {
  const page = `# Databases\n\n## SQL or NoSQL\n\n| Aspect | SQL databases | NoSQL databases |\n|---|---|---|\n| Family | Relational | Document |\n| Schema | fixed | free |\n| Grows | on one machine | over many machines |\n| Valued for | joins | speed |\n| Costs | licences | memory |\n`;
  const { body } = await found(
    snapshotOf({ "databases.md": page }, { synonyms: "- [sql, relational]\n" }),
    "sql or nosql",
  );
  expect(body.at(-1)).toMatchObject({ kind: "table", rows: { length: 5 } });
});

test("a section of a few lines is shown whole", async () => {
  const page =
    "# Shops\n\n## Opening a shop\n\nRent a stall from the steward, it costs 300 acorns a month.\n\nIf the rent of a stall is not paid, the stall is cleared after 3 days.\n";
  const { body } = await found(
    snapshotOf({ "shops.md": page }),
    "what happens when the stall is not paid",
  );
  expect(body).toHaveLength(2);
});

test("a message of a program is shown with what is said of it", async () => {
  const page = `# Connecting\n\n## When you cannot connect\n\n> Outdated client\n\nUse version 1.21 of the client, which the launcher installs.\n\n> Not on the list\n\n${"Apply in the channel for newcomers, and wait. ".repeat(9)}\n`;
  const { body } = await found(snapshotOf({ "connecting.md": page }), "it says outdated client");
  expect(body.slice(-2).map(({ kind }) => kind)).toEqual(["quote", "paragraph"]);
});

test("the text above a list is only read with it where it leads in to it", async () => {
  const page =
    "# Joining\n\n## How to join\n\nPlayers on Bedrock join, too.\n\n1. Read the rules\n2. Wait for an answer\n\n## Bedrock\n\nOn Bedrock you can play with Geyser.\n";
  const { body } = await found(snapshotOf({ "joining.md": page }), "can I play on bedrock?");
  expect(JSON.stringify(body)).toContain("Geyser");
});

describe("a list of many steps", () => {
  const steps = Array.from(
    { length: 120 },
    (_, index) => `${index + 1}. Turn the ${index + 1}th valve by one half.`,
  );
  const page = `# Plant\n\n## Starting the turbine\n\nStart the turbine in these steps:\n\n${steps.join("\n")}\n`;

  it("is answered with all of them", async () => {
    const answer = await found(snapshotOf({ "plant.md": page }), "How do I start the turbine?");
    const list = answer.body.find((block) => block.kind === "list");
    expect(list?.items.length).toBe(120);
    expect(list?.lines).toEqual([7, 126]);
    expect(answer.related).toEqual([]);
  });
});

it("of a catalogue too long to be read through, the entries that answer are shown", async () => {
  const names = ["bees", "kites", "ovens", "tides", "clocks", "maps", "knots", "seeds"];
  const entries = Array.from({ length: 160 }, (_, index) => {
    const work =
      index === 90 ? "sends pictures to a printer" : `looks after the ${names[index % 8]}`;
    return `- [add-on-${index}](https://example.com/${index}) ${work}, for those who like it simple.`;
  });
  const page = `# Add-ons\n\n## Community\n\n${entries.join("\n")}\n`;
  const { body } = await found(
    snapshotOf({ "add-ons.md": page }),
    "How do I send pictures to a printer?",
  );
  expect(body.at(-1)).toMatchObject({ kind: "list", items: { length: 1 }, lines: [95, 95] });
});

it("of options described at length, the one that is asked for is shown, and not all that the list goes on with", async () => {
  const options = [
    "bodyWait",
    "headerWait",
    "idleWait",
    "pipes",
    "retries",
    "sockets",
    "tries",
  ].map(
    (name) =>
      `- **${name}** number (optional) - Default: ${name.length}00 - ${`What \`${name}\` is set to holds for each and every client of the pool. `.repeat(4)}`,
  );
  const page = `# Client\n\n## Parameters\n\n${options.join("\n")}\n`;
  const { body } = await found(
    snapshotOf({ "client.md": page }),
    "What is the default of retries?",
  );
  expect(plainText(body)).toContain("retries number (optional)");
  expect(plainText(body)).not.toContain("bodyWait");
});
