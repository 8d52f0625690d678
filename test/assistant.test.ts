import fc from "fast-check";
import { expect, test } from "vitest";
import { DocentError } from "../src/index.ts";
import type { Snapshot, Store } from "../src/index.ts";
import { person } from "./fakes/person.ts";
import { createFakeSnapshot } from "./fakes/snapshot.ts";
import { snapshotOf } from "./support/build-snapshot.ts";
import { openAssistant } from "./support/open-assistant.ts";

const MINUTE = 60_000;
const DAY = 86_400_000;
const PAGES = [
  { path: "vpn.md", words: ["vpn"] },
  { path: "pay.md", words: ["pay"], audience: ["hr"] },
];

function build(options: Parameters<typeof openAssistant>[0] = {}) {
  return openAssistant({ snapshot: createFakeSnapshot(PAGES), ...options });
}

function brokenStore(): Store {
  const fail = (): Promise<never> => Promise.reject(new Error("connection refused"));
  return {
    get: fail,
    set: fail,
    delete: fail,
    claim: fail,
    claimAll: fail,
    increment: fail,
    // eslint-disable-next-line require-yield -- fails before it could
    async *entries() {
      await fail();
    },
    health: () => ({ state: "failed" }),
    close: async () => undefined,
  };
}

const alice = person("alice");
const bob = person("bob", ["hr"]);

test("a question is answered with an id and the version of the knowledge that was asked", async () => {
  const { assistant } = build();
  const answer = await assistant.ask({ text: "How do I use the VPN?", asker: alice });
  expect(answer).toMatchObject({ kind: "found", version: "v1" });
  expect(answer.id).toMatch(/^[0-9a-z]{8}id-1$/u);
});

test("a reload while a question is asked does not change the version it is answered from", async () => {
  const next = createFakeSnapshot([], { version: "v2" });
  const parts: { knowledge?: { snapshot: Snapshot } } = {};
  const first = createFakeSnapshot(PAGES, {
    before: async () => void (parts.knowledge!.snapshot = next),
  });
  const { assistant, knowledge } = build({ snapshot: first });
  parts.knowledge = knowledge;
  expect(await assistant.ask({ text: "vpn", asker: alice })).toMatchObject({
    kind: "found",
    version: "v1",
  });
  expect(await assistant.ask({ text: "vpn", asker: alice })).toMatchObject({
    kind: "abstained",
    version: "v2",
  });
});

test("a conversation's last questions come along, for thirty minutes and latest last", async () => {
  const snapshot = createFakeSnapshot(PAGES);
  const { assistant, clock } = build({ snapshot });
  for (const text of ["vpn one", "vpn two", "vpn three", "vpn four"]) {
    await assistant.ask({ text, asker: alice, conversation: "C1" });
    await clock.advance(MINUTE);
  }
  expect(snapshot.asked.at(-1)?.previous).toEqual(["vpn one", "vpn two", "vpn three"]);
  await assistant.ask({ text: "other", asker: alice, conversation: "C2" });
  expect(snapshot.asked.at(-1)?.previous).toEqual([]);
  await clock.advance(27 * MINUTE);
  await assistant.ask({ text: "again", asker: alice, conversation: "C1" });
  expect(snapshot.asked.at(-1)?.previous).toEqual(["vpn three", "vpn four"]);
  await clock.advance(31 * MINUTE);
  await assistant.ask({ text: "later", asker: alice, conversation: "C1" });
  expect(snapshot.asked.at(-1)?.previous).toEqual([]);
});

test("two questions at once in a conversation are both remembered", async () => {
  const snapshot = createFakeSnapshot(PAGES);
  const { assistant } = build({ snapshot });
  await Promise.all(
    ["vpn a", "vpn b"].map((text) => assistant.ask({ text, asker: alice, conversation: "C" })),
  );
  await assistant.ask({ text: "vpn c", asker: alice, conversation: "C" });
  expect([...(snapshot.asked.at(-1)?.previous ?? [])].sort()).toEqual(["vpn a", "vpn b"]);
});

test("greetings and empty lines are no part of a conversation, and no question of today", async () => {
  const snapshot = createFakeSnapshot(PAGES);
  const { assistant, statistics } = build({ snapshot });
  for (const text of ["hello", "  ", "vpn"]) {
    await assistant.ask({ text, asker: alice, conversation: "C" });
  }
  await assistant.ask({ text: "vpn", asker: alice, conversation: "C" });
  expect(snapshot.asked.at(-1)?.previous).toEqual(["vpn"]);
  expect(await statistics.today()).toMatchObject({ questions: 2, answered: 2 });
});

test("a question of ten megabytes is cut before anything else looks at it", async () => {
  const snapshot = createFakeSnapshot(PAGES);
  const { assistant } = build({ snapshot });
  await assistant.ask({ text: "e\u0301".repeat(5_000_000), asker: alice });
  expect(snapshot.asked[0]?.query.text.length).toBe(2_000);
});

test("what a question holds of invisible controls does not reach the knowledge", () => {
  const snapshot = createFakeSnapshot([]);
  const { assistant } = build({ snapshot });
  return fc.assert(
    fc.asyncProperty(fc.string({ unit: "binary", maxLength: 200 }), async (text) => {
      await assistant.ask({ text: `\u202Ea\u0000${text}\u2066`, asker: alice });
      const asked = snapshot.asked.at(-1)?.query.text ?? "";
      expect(asked).toBe(asked.normalize("NFC"));
      expect(asked.isWellFormed()).toBe(true);
      expect(asked).not.toMatch(/[\u0000-\u0008\u007F-\u009F\u202A-\u202E\u2066-\u2069]/u);
    }),
    { numRuns: 50 },
  );
});

test("a store that fails costs the memory, not the answer, and is not logged with the question", async () => {
  const { assistant, metrics, log } = build({ around: brokenStore });
  const answer = await assistant.ask({ text: "vpn secret-word", asker: alice, conversation: "C" });
  expect(answer.kind).toBe("found");
  expect(metrics.total("skipped_total")).toBe(3);
  expect(log.text()).not.toContain("secret-word");
  expect(log.text()).not.toContain("alice");
});

test("a snapshot that breaks is Docent's failure, with its cause", async () => {
  const snapshot = createFakeSnapshot([], { before: () => Promise.reject(new Error("boom")) });
  const { assistant } = build({ snapshot });
  const failure = await assistant
    .ask({ text: "vpn", asker: alice })
    .catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(DocentError);
  expect(failure).toMatchObject({ code: "snapshot-failed", cause: { message: "boom" } });
});

test("a recalled answer is asked anew as the one who clicks", async () => {
  const { assistant, store } = build();
  const secret = await assistant.ask({ text: "pay", asker: bob });
  expect(await assistant.recall(secret.id, bob)).toMatchObject({ kind: "found", id: secret.id });
  expect(await assistant.recall(secret.id, alice)).toBeUndefined();
  expect(JSON.stringify(await store.get(`answer:${secret.id}`))).not.toContain("Says pay.md");
});

test("a follow-up is recalled with the questions it leaned on", async () => {
  const snapshot = createFakeSnapshot(PAGES);
  const { assistant } = build({ snapshot });
  await assistant.ask({ text: "vpn first", asker: alice, conversation: "C" });
  const second = await assistant.ask({ text: "vpn second", asker: alice, conversation: "C" });
  await assistant.ask({ text: "vpn third", asker: alice, conversation: "C" });
  expect(await assistant.recall(second.id, alice)).toMatchObject({ kind: second.kind });
  const asked = snapshot.asked.filter(({ query }) => query.text === "vpn second");
  expect(asked.map(({ previous }) => previous)).toEqual(asked.map(() => ["vpn first"]));
});

test("forged, foreign and week-old ids recall nothing and accept no vote", async () => {
  const { assistant, clock, store } = build();
  const answer = await assistant.ask({ text: "vpn", asker: alice });
  await store.set("answer:garbage", { text: 7 });
  for (const id of [
    "nobody",
    "garbage",
    "",
    "../answer",
    "x".repeat(100),
    "a b",
    `${answer.id}\n`,
  ]) {
    expect(await assistant.recall(id, alice)).toBeUndefined();
    expect(await assistant.rate(id, alice, "helpful")).toBe(false);
    expect(await assistant.tellMe(id, alice, "slack:D1")).toBe(false);
  }
  await clock.advance(7 * DAY + 1);
  expect(await assistant.recall(answer.id, alice)).toBeUndefined();
});

test("a vote counts once a person, and the later one counts", async () => {
  const { assistant, store, clock, gaps } = build();
  const { createFeedback } = await import("../src/index.ts");
  const answer = await assistant.ask({ text: "vpn", asker: alice });
  await assistant.rate(answer.id, alice, "not-helpful", "nothing about Linux");
  await assistant.rate(answer.id, bob, "not-helpful");
  await assistant.rate(answer.id, alice, "helpful");
  expect(await createFeedback({ store, clock }).tally()).toEqual({
    helpful: 1,
    notHelpful: 1,
    pages: [{ page: "vpn.md", helpful: 1, notHelpful: 1, latest: clock.now() }],
  });
  expect(gaps[0]).toMatchObject({ text: "vpn", cause: "not-helpful", note: "nothing about Linux" });
});

test("suggestions, passages, topics and questions to start with show only what the asker may read", async () => {
  const { assistant } = build({ pinned: ["Where do I start?"] });
  const seen = async (asker: typeof alice): Promise<string> =>
    JSON.stringify([
      await assistant.suggest("", asker),
      await assistant.read("pay.md#top", asker),
      await assistant.topics(asker),
      await assistant.pinned(asker, 5),
    ]);
  expect(await seen(alice)).not.toContain("pay.md");
  expect(await seen(bob)).toContain("pay.md");
  expect(await assistant.pinned(alice, 1)).toEqual(["Where do I start?"]);
});

test("where pages declare too few questions, their headings that ask are questions to start with", async () => {
  const snapshot = snapshotOf({
    "fees.md": "# Fees\n\n## How do I pay the fee?\n\nAt the desk.\n\n## Fees in spring\n\nNone.\n",
    "pay.md": "---\naudience: [hr]\n---\n# Pay\n\n## What does the board earn?\n\nA lot.\n",
  });
  const { assistant } = openAssistant({ snapshot });
  expect(await assistant.pinned(alice, 3)).toEqual(["How do I pay the fee?"]);
});

test("where no page asks anything, titles are what to start with", async () => {
  const snapshot = snapshotOf({
    "fees.md": "# Fees\n\nPaid at the desk.\n",
    "pay.md": "---\naudience: [hr]\n---\n# Pay\n\nA lot.\n",
  });
  expect(await openAssistant({ snapshot }).assistant.pinned(alice, 3)).toEqual(["Fees"]);
});

test("why is explained with the conversation the question stands in", async () => {
  const snapshot = createFakeSnapshot(PAGES);
  const { assistant } = build({ snapshot });
  await assistant.ask({ text: "vpn", asker: alice, conversation: "C" });
  await assistant.why({ text: "and Linux?", asker: alice, conversation: "C" });
  expect(snapshot.asked.at(-1)?.previous).toEqual(["vpn"]);
});
