import fc from "fast-check";
import { expect, test } from "vitest";
import { createMemoryStore } from "../adapters/node/memory-store.ts";
import { createAssistant, createGaps } from "../src/index.ts";
import type { Asker } from "../src/index.ts";
import { contentStems } from "../src/search/terms.ts";
import { createFakeClock } from "./fakes/clock.ts";
import { countingIds, fakePseudonym, person } from "./fakes/person.ts";
import { createCountingMetrics, createRecordingLog } from "./fakes/recorders.ts";
import { snapshotOf } from "./support/build-snapshot.ts";
import {
  asideOf,
  FORMS,
  GROUPS,
  OPEN,
  pageOf,
  question,
  restricted,
  SECRETS,
  synonymsOf,
} from "./support/secret-pages.ts";

test("nothing that an asker is shown holds a word of a page they may not read", () =>
  fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray(SECRETS, { minLength: 4 }),
      fc.shuffledSubarray(OPEN, { minLength: 4 }),
      restricted,
      fc.array(question, { minLength: 1, maxLength: 6 }),
      async (secrets, open, rule, questions) => {
        const { audience, folder } = { audience: undefined, folder: undefined, ...rule };
        const closed = [audience, folder].some((rule) => rule?.endsWith("[]"));
        const snapshot = snapshotOf(
          {
            // First of all: what it says is read before what everybody may read.
            "far/closed.md": pageOf(secrets, audience, "tomorrow") + asideOf(secrets),
            "open.md": pageOf(open, "[public]", "today"),
            ...(folder === undefined ? {} : { "far/_access.yaml": folder }),
          },
          { groups: GROUPS, ...(closed ? {} : { synonyms: synonymsOf(secrets) }) },
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
          statistics: { record: () => undefined },
        });
        // Those who may read it have asked all of it before: nothing of what they were told is kept for others.
        for (const name of ["ann", "bob", "cleo"]) {
          const insider = person(name, ["slack:group:S1", "slack:group:S2"]);
          for (const text of [...questions, `What is ${secrets[0]} good for?`]) {
            const { id } = await assistant.ask({ text, asker: insider, conversation: name });
            await assistant.suggest(text, insider, 25);
            await assistant.rate(id, insider, "helpful");
          }
        }
        const outsider: Asker = person("outsider", ["slack:group:S2"]);
        let typed = "";
        for (const text of questions) {
          // What one has typed oneself in the conversation is no secret any more; everything else is.
          typed += ` ${text.toLowerCase()}`;
          const untold = [...secrets.slice(0, 4), ...FORMS].filter((word) => !typed.includes(word));
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
            await assistant.popular(outsider, 10),
            await assistant.read("far/closed.md#guide-to", outsider),
          ]).toLowerCase();
          expect(untold.filter((word) => shown.includes(word))).toEqual([]);
          expect(shown).not.toContain("closed.md");
          expect(shown).not.toContain("tomorrow");
        }
      },
    ),
    { numRuns: 60 },
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

test("a word is put right as the pages write it that one may read, and to none that only others may read", async () => {
  const closed =
    "---\naudience: [hr]\n---\n# Merging\n\nMergings with Quixotelium are planned for May.\n";
  const files = {
    "closed.md": closed,
    "open.md": "# Branches\n\nThe merging of a branch takes a review and a minute.\n",
  };
  const snapshot = snapshotOf(files, { synonyms: "- [takeover, quixotelium]\n" });
  const asked = async (text: string, ...labels: string[]): Promise<string> =>
    JSON.stringify(await snapshot.why({ text, asker: person("ann", labels) }));
  expect(await asked("mergimg a branch?")).toContain(
    '"alternatives":[{"word":"merging","why":"spelling"}]',
  );
  expect(await asked("mergimg a branch?")).not.toContain("Mergings");
  expect(await asked("what is quixotelum?")).not.toContain("quixotelium");
  expect(await asked("what is quixotelum?", "hr")).toContain("Quixotelium");
});
