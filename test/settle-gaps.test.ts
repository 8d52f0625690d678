import { expect, test } from "vitest";
import { createWishes, settleGaps } from "../src/index.ts";
import type { Snapshot } from "../src/index.ts";
import { markOf } from "../src/gap-question.ts";
import { countingIds } from "./fakes/person.ts";
import { createRecordingLog } from "./fakes/recorders.ts";
import { createFakeSnapshot } from "./fakes/snapshot.ts";
import { openGaps } from "./support/open-gaps.ts";

test("after a reload the gaps that are answered now are closed, the others stay, and who wished is told once", async () => {
  const { gaps, ask, store, clock } = openGaps();
  await ask("vpn on linux", "p1");
  await ask("leave in spain", "p2");
  await ask("pay bands", "p3", { labels: ["hr"] });
  await ask("pay raise", "p4");
  const log = createRecordingLog();
  const wishes = createWishes({ store, clock, log });
  const wish = { previous: [], tenant: "slack:T1", labels: [], channel: "slack:T1:U1" };
  await wishes.add({ ...wish, answer: "a1", question: "vpn on linux", person: "p1" });
  await wishes.add({ ...wish, answer: "a2", question: "leave in spain", person: "p2" });
  await wishes.add({
    ...wish,
    answer: "a3",
    question: "vpn down?",
    person: "p5",
    channel: "broken",
  });
  const told: string[] = [];
  const settle = () =>
    settleGaps({
      knowledge: {
        snapshot: createFakeSnapshot([
          { path: "vpn.md", words: ["vpn"] },
          { path: "pay.md", words: ["pay"], audience: ["hr"] },
        ]),
      },
      gaps,
      wishes,
      tell: async (channel, answer) => {
        if (channel === "broken") throw new Error("user_not_found");
        told.push(`${channel} ${answer.query.text}`);
      },
      stillHeld: async (_, labels) => labels,
      randomId: countingIds(),
      pseudonym: (text) => `mark of ${text}`,
      log,
    });
  const { closed, told: count } = await settle();
  expect(closed.flatMap(({ examples }) => examples.slice(0, 1)).toSorted()).toEqual([
    "pay bands",
    "vpn on linux",
  ]);
  expect([count, told]).toEqual([1, ["slack:T1:U1 vpn on linux"]]);
  expect(log.text()).toContain("user_not_found");
  const states = (await gaps.list()).map(({ number, state }) => `${number} ${state}`);
  expect(states.toSorted()).toEqual(["1 closed", "2 open", "3 closed", "4 open"]);
  // Whoever reads the log hears of it, by number and without what was asked.
  const news = log.lines.filter(({ message }) => message === "gaps have an answer now");
  expect(news).toMatchObject([
    { fields: { closed: expect.arrayContaining([1, 3]) as unknown, told: 1 } },
  ]);
  await clock.advance(120_000);
  expect(await settle()).toMatchObject({ closed: [], told: 0 });
});

test("a store that fails after a reload costs the settling, not the reload", async () => {
  const log = createRecordingLog();
  const settled = await settleGaps({
    knowledge: { snapshot: createFakeSnapshot([]) },
    gaps: { closeAnswered: () => Promise.reject(new Error("connection refused")) },
    wishes: { fulfil: async () => 1 },
    tell: async () => undefined,
    stillHeld: async (_, labels) => labels,
    randomId: countingIds(),
    pseudonym: (text) => text,
    log,
  });
  expect(settled).toEqual({ closed: [], told: 0 });
  expect(log.text()).toContain("connection refused");
});

test("who has left a group since is not told what it may read, and is told once they are back", async () => {
  const { gaps, store, clock } = openGaps();
  const log = createRecordingLog();
  const wishes = createWishes({ store, clock, log });
  const channel = "slack:T1:U1";
  await wishes.add({
    answer: "a1",
    question: "pay bands",
    previous: [],
    person: "p1",
    tenant: "slack:T1",
    labels: ["hr", "slack:user:U1"],
    channel,
  });
  const told: string[] = [];
  const settle = (held: readonly string[]) =>
    settleGaps({
      knowledge: {
        snapshot: createFakeSnapshot([{ path: "pay.md", words: ["pay"], audience: ["hr"] }]),
      },
      gaps,
      wishes,
      tell: async (where) => void told.push(where),
      stillHeld: async (where, labels) =>
        labels.filter((label) => where === channel && held.includes(label)),
      randomId: countingIds(),
      pseudonym: (text) => `mark of ${text}`,
      log,
    });
  expect(await settle(["slack:user:U1"])).toMatchObject({ told: 0 });
  expect(told).toEqual([]);
  expect(await settle(["slack:user:U1", "hr"])).toMatchObject({ told: 1 });
  expect(told).toEqual([channel]);
});

test("an answer that did not help closes nothing, until it is another one", async () => {
  const { gaps, ask } = openGaps();
  const snapshot = createFakeSnapshot([{ path: "vpn.md", words: ["vpn"] }]);
  const pseudonym = (text: string): string => `mark of ${text}`;
  const question = "vpn on linux";
  const outcome = await snapshot.answer({ text: question, asker: { id: "test:1", labels: [] } });
  const unhelpful = markOf(outcome, pseudonym) ?? "";
  await ask(question, "p1", { cause: "not-helpful", unhelpful });
  const settle = (one: Snapshot) =>
    settleGaps({
      knowledge: { snapshot: one },
      gaps,
      wishes: { fulfil: async () => 0 },
      tell: async () => undefined,
      stillHeld: async (_, labels) => labels,
      randomId: countingIds(),
      pseudonym,
      log: createRecordingLog(),
    });
  expect((await settle(snapshot)).closed).toEqual([]);
  const another = createFakeSnapshot([{ path: "network.md", words: ["vpn"] }]);
  expect((await settle(another)).closed).toHaveLength(1);
});
