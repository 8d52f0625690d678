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
  expect(await assistant.recall(answer.id, alice)).toBeUndefined();
  for (const notes of later) await notes();
  expect(await assistant.recall(answer.id, alice)).toMatchObject({ kind: "found", id: answer.id });
  expect(await store.get(`answer:${answer.id}`)).toMatchObject({ text: "vpn" });
});
