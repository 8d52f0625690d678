import { expect, test } from "vitest";
import { createMemoryStore } from "../../../adapters/node/memory-store.ts";
import { checkStoreContract } from "../../contracts/store.ts";
import { createFakeClock } from "../../fakes/clock.ts";

checkStoreContract("The memory store", async () => {
  const clock = createFakeClock();
  const store = createMemoryStore({ clock });
  return {
    store,
    other: store,
    elapse: (ms) => clock.advance(ms),
    async clear() {
      for await (const [key] of store.entries("")) await store.delete(key);
      for (const counter of ["n", "same"]) await store.delete(counter);
    },
    close: () => store.close(),
  };
});

test("nobody shares an object with the memory store", async () => {
  const store = createMemoryStore({ clock: createFakeClock() });
  const value = { list: [1] };
  await store.set("k", value);
  value.list.push(2);
  expect(await store.get("k")).toEqual({ list: [1] });
});

test("the memory store is bounded: the least recently used go first", async () => {
  const store = createMemoryStore({ clock: createFakeClock(), limit: 2 });
  await store.set("a", 1);
  await store.set("b", 1);
  await store.get("a");
  await store.set("c", 1);
  expect([await store.get("a"), await store.get("b"), await store.get("c")]).toEqual([
    1,
    undefined,
    1,
  ]);
});
