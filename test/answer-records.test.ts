import { expect, test } from "vitest";
import { createMemoryStore } from "../adapters/node/memory-store.ts";
import { createAnswerRecords } from "../src/index.ts";
import type { AnswerRecord } from "../src/index.ts";
import { createFakeClock } from "./fakes/clock.ts";

const record: AnswerRecord = {
  text: "vpn?",
  previous: [],
  person: "p1",
  tenant: "slack:T1",
  labels: ["slack:team:T1"],
  at: 1,
  kind: "found",
};

test("the questions answered last come back latest first, without silences and garbage", async () => {
  const store = createMemoryStore({ clock: createFakeClock() });
  const records = createAnswerRecords(store);
  for (const at of [3, 1, 2]) await records.keep(`a${at}`, { ...record, at });
  await records.keep("silent", { ...record, kind: "abstained", at: 4 });
  for (const [name, broken] of Object.entries({
    a: null,
    b: { ...record, labels: [1] },
    c: { ...record, at: "x" },
    d: { ...record, person: 1 },
    e: { ...record, kind: "loud" },
  })) {
    await store.set(`answer:${name}`, broken);
    expect(await records.find(name)).toBeUndefined();
  }
  expect((await records.recent(2)).map(({ at }) => at)).toEqual([3, 2]);
});

test("what was kept is found again as it was", async () => {
  const records = createAnswerRecords(createMemoryStore({ clock: createFakeClock() }));
  const full = { ...record, conversation: "C1", page: "it/vpn.md" };
  await records.keep("a1", full);
  expect(await records.find("a1")).toEqual(full);
});
