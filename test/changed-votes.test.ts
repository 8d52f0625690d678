import { expect, test } from "vitest";
import { createMemoryStore } from "../adapters/node/memory-store.ts";
import { createAssistant, createFeedback, createGaps } from "../src/index.ts";
import { createFakeClock } from "./fakes/clock.ts";
import { countingIds, fakePseudonym, person } from "./fakes/person.ts";
import { createCountingMetrics, createRecordingLog } from "./fakes/recorders.ts";
import { createFakeSnapshot } from "./fakes/snapshot.ts";
import { simpleTerms } from "./fakes/terms.ts";

test("a vote that is changed counts once, and what was no help after all is no gap any more", async () => {
  const clock = createFakeClock();
  const store = createMemoryStore({ clock });
  const gaps = createGaps({ store, clock, terms: simpleTerms });
  const feedback = createFeedback({ store, clock });
  const assistant = createAssistant({
    store,
    clock,
    gaps,
    randomId: countingIds(),
    pseudonym: fakePseudonym,
    log: createRecordingLog(),
    metrics: createCountingMetrics(),
    statistics: { record: () => undefined },
    knowledge: { snapshot: createFakeSnapshot([{ path: "vpn.md", words: ["vpn"] }]) },
  });
  const ann = person("ann");
  const { id } = await assistant.ask({ text: "vpn on linux?", asker: ann });
  await assistant.rate(id, ann, "not-helpful", "which port?");
  await assistant.rate(id, person("bob"), "not-helpful");
  expect(await gaps.list()).toMatchObject([{ askers: 2, notHelped: 2, notes: ["which port?"] }]);
  expect(await feedback.tally()).toMatchObject({ helpful: 0, notHelpful: 2 });

  await assistant.rate(id, ann, "helpful");
  expect(await gaps.list()).toMatchObject([{ askers: 1, notHelped: 1, notes: [] }]);
  expect(await feedback.tally()).toMatchObject({ helpful: 1, notHelpful: 1 });
  await assistant.rate(id, person("bob"), "helpful");
  expect(await gaps.list()).toEqual([]);
  // Nothing of a question that was never answered goes with it.
  await gaps.record({
    text: "vpn on linux?",
    person: fakePseudonym(ann.id),
    tenant: "slack:T1",
    labels: [],
    cause: "abstained",
  });
  await assistant.rate(id, ann, "helpful");
  expect(await gaps.list()).toMatchObject([{ askers: 1 }]);
});
