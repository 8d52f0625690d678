import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { Asker, Snapshot, Why } from "../../src/index.ts";
import { anybody, found, snapshotOf } from "../support/build-snapshot.ts";

const OPEN: Readonly<Record<string, string>> = {
  "network.md": "# Network\n\nThe network of the office is run by the platform team.",
  "invoice.md": "# Invoices\n\nAn invoice is paid by the finance team within thirty days.",
};
/** Words that stand on this page and nowhere else, some of them one slip away from public ones. */
const SECRETS = ["networt", "quixotelium", "invoyce", "officer"];
const SECRET = `---
audience: [slack:group:S1]
questions:
  - What is the ${SECRETS[0]} of the ${SECRETS[1]}?
---
# ${SECRETS.slice(0, 2).join(" ")}

The ${SECRETS.join(" and the ")} are for the board.`;

const insider: Asker = { id: "test:insider", labels: ["slack:group:S1"] };
const withSecret = snapshotOf({ ...OPEN, "secret.md": SECRET });
const without = snapshotOf(OPEN);

/** Two letters swapped: one slip away. */
const slipped = (word: string): string =>
  word.slice(0, 2) + (word[3] ?? "") + (word[2] ?? "") + word.slice(4);

describe("a slip of the finger", () => {
  it("is put right for whoever may read the page that holds the word", async () => {
    const text = `what is the ${slipped("quixotelium")} of the board`;
    const answer = await found(withSecret, text, insider);
    expect(answer.citations[0].passage.page).toBe("secret.md");
  });

  it("is never put right to a word of a page that the asker may not read", async () => {
    for (const secret of SECRETS) {
      const text = `what is the ${slipped(secret)} of the team`;
      const outcome = await withSecret.answer({ text, asker: anybody });
      const why = await withSecret.why({ text, asker: anybody });
      expect(JSON.stringify([outcome, why])).not.toContain(secret);
    }
  });

  it("parts a word as a page writes it, although everyday English has another for it", async () => {
    const pages = {
      ...OPEN,
      "guests.md": "# Guests\n\n## Guest Wi-Fi\n\nIts password hangs at reception.",
      "mice.md": "# Mice\n\nA wireless mouse has a battery.",
    };
    const answer = await found(snapshotOf(pages), "how do I get wifi?");
    expect(answer.citations[0].passage.page).toBe("guests.md");
  });

  it("is not parted as a page writes it that the asker may not read", async () => {
    const birds = { "birds.md": "# Birds\n\nThe blue tit is a bird that sings in the morning." };
    const team =
      "---\naudience: [slack:group:S1]\n---\n# Plans\n\nThe blue-bird plan is for the board.";
    const text = "what is bluebird";
    const told = snapshotOf({ ...birds, "plans.md": team });
    expect(understood(await whyOf(told, text))).toEqual(
      understood(await whyOf(snapshotOf(birds), text)),
    );
  });

  it("is offered back in whole where it led to nothing sure", async () => {
    const unsure = snapshotOf(OPEN, { threshold: 1 });
    const text = "waht is paid within thitry days";
    expect(await unsure.answer({ text, asker: anybody })).toMatchObject({
      kind: "abstained",
      didYouMean: "what is paid within thirty days",
    });
  });
});

it("a word of a restricted page is as unknown to others as a word of no page, slips and all", () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.oneof(
          fc.constantFrom("what", "is", "the", "network", "invoice", "team", "office"),
          fc.constantFrom(...SECRETS),
          fc.constantFrom(...SECRETS).map(slipped),
        ),
        { minLength: 1, maxLength: 5 },
      ),
      async (words) => {
        const text = words.join(" ");
        expect(understood(await whyOf(withSecret, text))).toEqual(
          understood(await whyOf(without, text)),
        );
      },
    ),
    { numRuns: 200 },
  ));

function whyOf(snapshot: Snapshot, text: string): Promise<Why> {
  return snapshot.why({ text, asker: anybody });
}

/** What the words were taken for. */
function understood({ terms }: Why): unknown {
  return terms.map(({ word, role, alternatives }) => [word, role, alternatives]);
}

test.each(["what is the guest wifi called?", "how does the setup of guests work"])(
  "what is written as one is found where pages write it in two halves: %s",
  async (question) => {
    const snapshot = snapshotOf({
      "guests.md":
        "# Guests\n\n## The Wi-Fi of guests\n\nThe guest Wi-Fi is called bw-guest.\n\n## The set-up of guests\n\nThe set-up of guests is done by the reception.\n",
      ...Object.fromEntries(
        ["lunch", "desks", "doors", "parking"].map((name) => [
          `${name}.md`,
          `# About ${name}\n\nAll about ${name} hangs on the board beside the lift, for guests too.\n`,
        ]),
      ),
    });
    const { citations } = await found(snapshot, question);
    expect(citations[0].passage.page).toBe("guests.md");
  },
);
