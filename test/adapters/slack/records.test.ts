import { expect, it } from "vitest";
import { createMemoryStore } from "../../../adapters/node/memory-store.ts";
import { createRecords } from "../../../adapters/slack/records.ts";
import { createBestEffort } from "../../../src/index.ts";
import type { Store } from "../../../src/index.ts";
import { createFakeClock } from "../../fakes/clock.ts";
import { createCountingMetrics, createRecordingLog } from "../../fakes/recorders.ts";

const PLACE = "slack:T1:C1";
const ROOT = "17.1";

function open(store: Store = createMemoryStore({ clock: createFakeClock() })) {
  return createRecords(store, createBestEffort(createRecordingLog(), createCountingMetrics()));
}

it("the reply to a question that began its thread is known by both, from one record", async () => {
  const store = createMemoryStore({ clock: createFakeClock() });
  const records = open(store);
  await records.answered(PLACE, ROOT, { ts: "17.2", thread: ROOT, answer: "a" }, "U1");
  expect(await records.reply(PLACE, ROOT)).toMatchObject({ ts: "17.2", thread: ROOT, answer: "a" });
  expect(await records.thread(PLACE, ROOT)).toEqual({ asker: "U1", state: "ours" });
  const keys: string[] = [];
  for await (const [key] of store.entries("slack-")) keys.push(key);
  expect(keys).toHaveLength(1);
});

it("a thread that was left is left, and its first reply can still be edited", async () => {
  const records = open();
  await records.answered(PLACE, ROOT, { ts: "17.2", thread: ROOT }, "U1");
  await records.leave(PLACE, ROOT, "U2");
  expect(await records.thread(PLACE, ROOT)).toEqual({ asker: "U2", state: "left" });
  expect(await records.reply(PLACE, ROOT)).toMatchObject({ ts: "17.2" });
});

it("a mention in a thread that was left makes it ours again", async () => {
  const records = open();
  await records.leave(PLACE, ROOT, "U2");
  await records.answered(PLACE, "17.9", { ts: "17.91", thread: ROOT }, "U3");
  expect(await records.thread(PLACE, ROOT)).toEqual({ asker: "U3", state: "ours" });
});

it("nothing is known of a thread in which we said nothing", async () => {
  const records = open();
  await records.answered(PLACE, "17.9", { ts: "17.91", thread: "17.8" }, "U3");
  expect(await records.thread(PLACE, "17.9")).toBeUndefined();
  expect(await records.reply(PLACE, ROOT)).toBeUndefined();
});

it("a deletion is known here at once, and by every process that shares the store", async () => {
  const store = createMemoryStore({ clock: createFakeClock() });
  const [one, other] = [open(store), open(store)];
  expect(one.isDeletedHere(PLACE, ROOT)).toBe(false);
  await one.deleted(PLACE, ROOT);
  expect([one.isDeletedHere(PLACE, ROOT), other.isDeletedHere(PLACE, ROOT)]).toEqual([true, false]);
  expect(await other.isDeleted(PLACE, ROOT)).toBe(true);
});
