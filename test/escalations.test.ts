import { expect, test } from "vitest";
import { createMemoryStore } from "../adapters/node/memory-store.ts";
import { createEscalations } from "../src/index.ts";
import type { Answer } from "../src/index.ts";
import { createFakeClock } from "./fakes/clock.ts";
import { countingIds, person } from "./fakes/person.ts";

const answer: Answer = {
  kind: "abstained",
  reason: "no-hit",
  confidence: 0,
  related: [],
  id: "answer-1",
  version: "v1",
  query: { text: "parental leave in Spain?", asker: person("alice") },
};
const link = "https://example.slack.com/archives/C1/p1";

function build() {
  const clock = createFakeClock();
  const store = createMemoryStore({ clock });
  const drafts: string[] = [];
  const escalations = createEscalations({
    store,
    clock,
    randomId: countingIds("e"),
    answered: async (question, text) => void drafts.push(`${question} ${text}`),
  });
  return { clock, store, drafts, escalations };
}

test("a question handed to humans is open, then taken, then resolved, and its answer waits as a draft", async () => {
  const { escalations, drafts } = build();
  const { id } = await escalations.open(answer, link);
  expect(await escalations.get(id)).toEqual({
    id,
    question: "parental leave in Spain?",
    asker: "slack:T1:alice",
    permalink: link,
    state: "open",
  });
  expect(await escalations.take(id, "slack:T1:bob")).toMatchObject({
    state: "taken",
    by: "slack:T1:bob",
  });
  expect(await escalations.resolve(id, "slack:T1:bob", "16 weeks")).toMatchObject({
    state: "resolved",
    by: "slack:T1:bob",
    answer: "16 weeks",
  });
  expect(drafts).toEqual(["parental leave in Spain? 16 weeks"]);
});

test("asking for a human twice below one answer is one call", async () => {
  const { escalations } = build();
  const [first, second] = await Promise.all([
    escalations.open(answer, link),
    escalations.open(answer, link),
  ]);
  expect(second.id).toBe(first.id);
});

test("of two who take it at once one has it, and of two who resolve it at once one did", async () => {
  const { escalations, drafts } = build();
  const { id } = await escalations.open(answer, link);
  const taken = await Promise.all([escalations.take(id, "bob"), escalations.take(id, "carol")]);
  expect(taken.map((one) => one?.by)).toEqual(["bob", "bob"]);
  const resolved = await Promise.all([
    escalations.resolve(id, "bob", "one"),
    escalations.resolve(id, "carol", "two"),
  ]);
  expect(resolved.map((one) => one?.answer)).toEqual(["one", undefined]);
  expect(drafts).toHaveLength(1);
  expect(await escalations.take(id, "dave")).toBeUndefined();
  expect(await escalations.resolve(id, "dave")).toBeUndefined();
});

test("what is unknown, forged or garbage is undefined", async () => {
  const { escalations, store } = build();
  await store.set("escalation:garbage", 7);
  await store.set("escalation:half", { question: "q" });
  for (const id of ["nobody", "garbage", "half", "", "a:b", "x".repeat(100)]) {
    expect(await escalations.get(id)).toBeUndefined();
    expect(await escalations.take(id, "bob")).toBeUndefined();
    expect(await escalations.resolve(id, "bob")).toBeUndefined();
  }
});
