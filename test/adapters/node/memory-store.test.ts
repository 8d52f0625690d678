import fc from "fast-check";
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

test("a listing holds what begins so, whatever was deleted, overwritten or pushed out", async () => {
  const key = fc.constantFrom("a", "a:", "a:1", "a:1:x", "a:2", "ab:1", "b:1", ":1", "");
  const step = fc.tuple(fc.constantFrom("set", "delete", "claim"), key);
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), key, async (steps, prefix) => {
      const store = createMemoryStore({ clock: createFakeClock(), limit: 4 });
      for (const [kind, at] of steps) {
        if (kind === "set") await store.set(at, 1);
        else if (kind === "delete") await store.delete(at);
        else await store.claim(at, { ttlMs: 1_000 });
      }
      const listed = async (beginning: string): Promise<readonly string[]> => {
        const keys: string[] = [];
        for await (const [found] of store.entries(beginning)) keys.push(found);
        return keys.toSorted();
      };
      const all = await listed("");
      expect(all.length).toBeLessThanOrEqual(4);
      expect(await listed(prefix)).toEqual(all.filter((one) => one.startsWith(prefix)));
    }),
  );
});
