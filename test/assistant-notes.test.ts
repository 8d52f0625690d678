import { expect, test } from "vitest";
import { createFakeSnapshot } from "./fakes/snapshot.ts";
import { person } from "./fakes/person.ts";
import { openAssistant } from "./support/open-assistant.ts";

const alice = person("alice");

test("a question that opens a conversation looks for no past, and is the past of those after it", async () => {
  const snapshot = createFakeSnapshot([{ path: "vpn.md", words: ["vpn"] }]);
  const read: string[] = [];
  const { assistant } = openAssistant({
    snapshot,
    around: (store) => ({
      ...store,
      get: (key) => {
        read.push(key);
        return store.get(key);
      },
    }),
  });
  await assistant.ask({ text: "vpn one", asker: alice, conversation: "C", opens: true });
  expect(read).toEqual([]);
  for (const text of ["vpn two", "vpn three", "vpn four"]) {
    await assistant.ask({ text, asker: alice, conversation: "C" });
  }
  expect(snapshot.asked.map(({ previous }) => previous)).toEqual([
    [],
    ["vpn one"],
    ["vpn one", "vpn two"],
    ["vpn one", "vpn two", "vpn three"],
  ]);
});

test("what an answer leaves behind can be written down once it is on its way", async () => {
  const { assistant, store } = openAssistant();
  const later: (() => Promise<void>)[] = [];
  const answer = await assistant.ask({ text: "vpn", asker: alice }, undefined, (notes) => {
    later.push(notes);
  });
  const kept = () => store.get(`answer:${answer.id}`);
  expect(await kept()).toBeUndefined();
  for (const notes of later) await notes();
  expect(await kept()).toMatchObject({ text: "vpn" });
  expect(await assistant.recall(answer.id, alice)).toMatchObject({ kind: "found", id: answer.id });
});

test("what is pressed before an answer was written down finds it, and it is counted once", async () => {
  const { assistant, statistics } = openAssistant();
  const later: (() => Promise<void>)[] = [];
  const ask = (text: string) =>
    assistant.ask({ text, asker: alice }, undefined, (notes) => void later.push(notes));
  const [recalled, rated, wished] = [await ask("vpn"), await ask("vpn"), await ask("vpn")];
  expect(await assistant.recall(recalled.id, alice)).toMatchObject({ kind: "found" });
  expect(await assistant.rate(rated.id, alice, "helpful")).toBe(true);
  expect(await assistant.tellMe(wished.id, alice, "slack:T1:U1")).toBe(true);
  for (const notes of later) await notes();
  expect(await statistics.today()).toMatchObject({ questions: 3, answered: 3 });
});

test("what a vote makes of the gaps can be written down once the vote is shown", async () => {
  const { assistant, gaps, store } = openAssistant();
  const { id } = await assistant.ask({ text: "vpn", asker: alice });
  const later: (() => Promise<void>)[] = [];
  const push = (notes: () => Promise<void>): void => void later.push(notes);
  expect(await assistant.rate(id, alice, "not-helpful", undefined, push)).toBe(true);
  const votes: unknown[] = [];
  for await (const [, vote] of store.entries("vote:")) votes.push(vote);
  expect(votes).toMatchObject([{ vote: "not-helpful" }]);
  expect(gaps).toEqual([]);
  for (const notes of later) await notes();
  expect(gaps).toMatchObject([{ text: "vpn", cause: "not-helpful" }]);
});

test("of an answer that nobody was told nothing is counted or kept", async () => {
  const { assistant, store, statistics } = openAssistant();
  await assistant.ask({ text: "vpn", asker: alice, conversation: "C" }, undefined, () => undefined);
  expect(await statistics.today()).toMatchObject({ questions: 0, answered: 0 });
  const kept: string[] = [];
  for await (const [key] of store.entries("")) kept.push(key);
  expect(kept).toEqual([]);
});
