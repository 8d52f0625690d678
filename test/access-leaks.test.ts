import fc from "fast-check";
import { expect, test } from "vitest";
import { createMemoryStore } from "../adapters/node/memory-store.ts";
import { createAssistant, createGaps, DocentError, plainText } from "../src/index.ts";
import type { Asker, KnowledgeBase } from "../src/index.ts";
import { contentStems } from "../src/search/terms.ts";
import { createFakeClock } from "./fakes/clock.ts";
import { countingIds, fakePseudonym, person } from "./fakes/person.ts";
import { createCountingMetrics, createRecordingLog } from "./fakes/recorders.ts";
import { snapshotOf } from "./support/build-snapshot.ts";
import { admin, openAdministration } from "./support/open-administration.ts";

/** Words that stand on the restricted pages and nowhere else. */
const SECRETS = [
  "quixotelium",
  "brandywhistle",
  "kerfunkeled",
  "zanzibarine",
  "mollusquery",
  "fiddlestorm",
];
const OPEN = ["vacation", "laptop", "network", "invoice", "canteen", "elevator"];

const GROUPS = { hr: ["slack:group:S1"], staff: ["slack:group:S2"] };
/** By the page itself or by its folder; who asks is in none of these. */
const restricted = fc
  .constantFrom("[hr]", "[slack:group:S1, discord:role:R1]", "[]", "[unknown]")
  .chain((audience) => fc.constantFrom({ audience }, { folder: `audience: ${audience}` }));
const secret = fc.constantFrom(...SECRETS);

/** A page that says its words in every place a page can say something. */
function pageOf(words: readonly string[], audience: string | undefined, extra: string): string {
  const [a = "", b = "", c = "", d = ""] = words;
  return `---
title: Guide to ${a}
aliases: [${b} handbook]
tags: [${c}]
${audience === undefined ? "" : `audience: ${audience}\n`}reviewed: ${b}
${c}: ${d}
questions:
  - What is ${a} good for?
  - How do I request ${d}?
never:
  - Who invented the ${c}?
---
# Guide to ${a}

The ${a} is a thing that everybody who works with the ${b} should know about.

## Requesting ${d} ${extra}

Request ${d} in these steps:

1. Open the ${c} form.
2. Ask the ${b} team.

| Level | ${a} a year |
|---|---|
| ${b} | 12 |
| Senior | 24 |

\`\`\`sh
${c} --install ${d}
\`\`\`
`;
}

/** Knowledge that has nothing to reload. */
const openKnowledge: Omit<KnowledgeBase, "snapshot"> = {
  reload: () => Promise.reject(new DocentError("source-failed", "Gone", { remedy: "Wait." })),
  rollback: () => Promise.reject(new DocentError("usage", "There is none", { remedy: "Wait." })),
  versions: async () => [],
  health: () => ({ state: "ok" }),
};

/** One letter left out: near enough to be offered as what was meant. */
function misspelt(word: string): string {
  return word.slice(0, 4) + word.slice(5);
}

const question = fc.oneof(
  secret.map((word) => `What is ${word}?`),
  secret.map((word) => `how do I request ${misspelt(word)}`),
  secret.map((word) => misspelt(word)),
  fc
    .tuple(fc.constantFrom(...OPEN), secret)
    .map(([open, word]) => `${open} and ${misspelt(word)}?`),
  fc.constantFrom(...OPEN).map((word) => `What is the ${word} good for?`),
  fc.constantFrom("how much does a senior get a year", "guide", "who invented it?", "install", ""),
);

test("nothing that an asker is shown holds a word of a page they may not read", () =>
  fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray(SECRETS, { minLength: 4 }),
      fc.shuffledSubarray(OPEN, { minLength: 4 }),
      restricted,
      fc.array(question, { minLength: 1, maxLength: 6 }),
      async (secrets, open, rule, questions) => {
        const { audience, folder } = { audience: undefined, folder: undefined, ...rule };
        const snapshot = snapshotOf(
          {
            "open.md": pageOf(open, "[public]", "today"),
            "far/closed.md": pageOf(secrets, audience, "tomorrow"),
            ...(folder === undefined ? {} : { "far/_access.yaml": folder }),
          },
          { groups: GROUPS },
        );
        const clock = createFakeClock();
        const store = createMemoryStore({ clock });
        const gaps = createGaps({ store, clock, terms: contentStems });
        const assistant = createAssistant({
          knowledge: { snapshot },
          store,
          clock,
          randomId: countingIds(),
          pseudonym: fakePseudonym,
          log: createRecordingLog(),
          metrics: createCountingMetrics(),
          gaps,
        });
        const outsider: Asker = person("outsider", ["slack:group:S2"]);
        let typed = "";
        for (const text of questions) {
          // What one has typed oneself in the conversation is no secret any more; everything else is.
          typed += ` ${text.toLowerCase()}`;
          const untold = SECRETS.filter((word) => !typed.includes(word));
          const asked = { text, asker: outsider, conversation: "one" };
          const { query: _, ...answer } = await assistant.ask(asked);
          const { query: __, ...recalled } = (await assistant.recall(answer.id, outsider)) ?? {
            query: 0,
          };
          const shown = JSON.stringify([
            answer,
            recalled,
            await assistant.why(asked),
            await assistant.suggest(text, outsider, 25),
            await assistant.suggest(text.slice(-5, -2), outsider, 25),
            await assistant.suggest("guide", outsider, 25),
            await assistant.topics(outsider),
            await assistant.pinned(outsider, 10),
            await assistant.read("far/closed.md#guide-to", outsider),
          ]).toLowerCase();
          for (const word of untold) expect(shown).not.toContain(word);
          expect(shown).not.toContain("closed.md");
          expect(shown).not.toContain("tomorrow");
        }
      },
    ),
    { numRuns: 60 },
  ));

test("nothing that an admin in a chat is told holds a word of a page they may not read", () =>
  fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray(SECRETS, { minLength: 4 }),
      restricted,
      fc.array(question, { minLength: 1, maxLength: 3 }),
      async (secrets, rule, questions) => {
        const { audience, folder } = { audience: undefined, folder: undefined, ...rule };
        const snapshot = snapshotOf(
          {
            "open.md": pageOf(OPEN, "[public]", "today"),
            "far/closed.md": pageOf(secrets, audience, "tomorrow"),
            ...(folder === undefined ? {} : { "far/_access.yaml": folder }),
          },
          { groups: GROUPS },
        );
        const knowledge = { ...openKnowledge, snapshot };
        const { administration } = openAdministration({ knowledge });
        const lines = [
          "status",
          "problems",
          "reload",
          "reload show",
          "rollback list",
          "gaps",
          "audit",
          "help",
          "can-see UIT far/closed.md",
          "can-see everybody far/close.md",
          "can-see UIT far",
          ...questions.map((text) => `why ${text}`),
        ];
        const typed = questions.join(" ").toLowerCase();
        for (const line of lines) {
          const { body, json, next } = await administration.run(line, admin);
          const shown = `${plainText(body)} ${JSON.stringify([json, next])}`.toLowerCase();
          for (const word of SECRETS) if (!typed.includes(word)) expect(shown).not.toContain(word);
          expect(shown).not.toContain("tomorrow");
          if (!line.includes("closed.md")) expect(shown).not.toContain("closed.md");
        }
      },
    ),
    { numRuns: 40 },
  ));

test("silence about a page one may not read is the silence about a page that is not there", async () => {
  const open = pageOf(OPEN, "[public]", "today");
  const withSecret = snapshotOf({
    "open.md": open,
    "closed.md": pageOf(SECRETS, "[hr]", "tomorrow"),
  });
  const without = snapshotOf({ "open.md": open });
  const asker = person("outsider");
  for (const word of SECRETS) {
    const query = { text: `What is ${word} good for?`, asker };
    const { confidence: _, ...mine } = await withSecret.answer(query);
    const { confidence: __, ...theirs } = await without.answer(query);
    expect(mine).toEqual(theirs);
    expect(mine.kind).toBe("abstained");
  }
});

test("who may read it gets the answer", async () => {
  const snapshot = snapshotOf({
    "open.md": pageOf(OPEN, "[public]", "today"),
    "closed.md": pageOf(SECRETS, "[hr]", "tomorrow"),
  });
  const outcome = await snapshot.answer({
    text: "What is quixotelium good for?",
    asker: person("insider", ["hr"]),
  });
  expect(outcome.kind).toBe("found");
});
