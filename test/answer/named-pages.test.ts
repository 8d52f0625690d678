import { describe, expect, it } from "vitest";
import { plainText } from "../../src/plain-text.ts";
import { anybody, found, snapshotOf } from "../support/build-snapshot.ts";

/** As manuals of commands are written: the title above, a synopsis, and then what it is. */
const manual = (name: string, description: string, text: string): string =>
  `---\ntitle: ${name}\ndescription: ${description}\n---\n\n## Synopsis\n\n\`\`\`\n${name} [what]\n\`\`\`\n\n## Description\n\n${text}\n\n## Options\n\n### depth\n\nHow deep ${name} digs, in feet.\n\n### depth of the ${name} hole\n\nThe hole of ${name} is as deep as the ${name} shaft.\n\n## See Also\n\n- [other tools](other.md)\n`;

const TOOLS = {
  "spade.md": manual("spade", "Make a hole", "The tool turns over soil by hand."),
  "borer.md": manual("borer", "Reach water", "It drives a pipe into the ground until it is wet."),
  "digging.md":
    "# Digging\n\n## Spade\n\nMost people here use a spade.\n\n## Borer\n\nRent the borer for a day.\n",
};

describe("a page whose title has no text right below it", () => {
  const snapshot = snapshotOf(TOOLS);
  const answered = async (text: string): Promise<string> =>
    plainText((await found(snapshot, text)).body);

  it.each(["spade", "what is a spade", "tell me about the spade", "what is the borer"])(
    "is where it begins to tell what “%s” asks for",
    async (text) => {
      expect(await answered(text)).toMatch(
        text.includes("spade") ? /^The tool turns over/u : /^It drives a pipe/u,
      );
    },
  );

  it("is found by what its front matter says it is about, in the words of the page", async () => {
    expect(await answered("how do I reach water?")).toContain("drives a pipe");
  });

  it("does not answer with a list that only leads elsewhere", async () => {
    const outcome = await snapshot.answer({ text: "what else do I see?", asker: anybody });
    expect(outcome.kind).toBe("abstained");
  });

  it("is not named where two pages have the same title", async () => {
    const twice = snapshotOf({
      ...TOOLS,
      "old/spade.md": manual("spade", "Make a hole", "The old spade was made of wood."),
    });
    const { confidence } = await twice.answer({ text: "spade", asker: anybody });
    expect(confidence).toBeLessThan(0.9);
  });
});

it("a section is named by its own heading before the sections below it, and before what else its page is called", async () => {
  const page =
    "---\naliases: [kite making]\n---\n# Crafts\n\nCrafts are for rainy days.\n\n## Kite making\n\nKites are built of two sticks and paper.\n\n### When to begin kite making\n\nBegin kite making when kite making weather is a week away.\n";
  const { citations } = await found(snapshotOf({ "crafts.md": page }), "what is kite making?");
  expect(citations[0].passage.id).toBe("crafts.md#kite-making");
});

describe("a title that tells besides of which kind the thing is", () => {
  const snapshot = snapshotOf({
    ...TOOLS,
    ...Object.fromEntries(
      Array.from({ length: 12 }, (_, index) => [
        `errors/k10${index}.md`,
        `# Machine fault K10${index}\n\n## Remarks\n\nTurn machine part ${index} to the left.\n\n## See also\n\n[Machine fault K1${index}0](k1.md)\n`,
      ]),
    ),
    "oil.md": "# Machine oil\n\nMachine oil keeps a machine from rust.\n",
  });

  it.each(["K104", "what is fault K104?", "what does K104 mean"])(
    "is the name of its page: %s",
    async (text) => {
      const { citations } = await found(snapshot, text);
      expect(citations[0].passage.id).toBe("errors/k104.md#remarks");
    },
  );

  it("is no name where others tell it as well, or where more is asked", async () => {
    for (const text of ["machine", "who wrote K104?", "how much does K104 cost"]) {
      const { confidence } = await snapshot.answer({ text, asker: anybody });
      expect(confidence, text).toBeLessThan(0.9);
    }
  });
});
