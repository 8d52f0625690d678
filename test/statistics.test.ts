import { expect, test } from "vitest";
import { createMemoryStore } from "../adapters/node/memory-store.ts";
import { createStatistics } from "../src/index.ts";
import type { Store } from "../src/index.ts";
import { createFakeClock } from "./fakes/clock.ts";

function setUp() {
  const clock = createFakeClock(Date.UTC(2026, 10, 20, 23, 59));
  const inner = createMemoryStore({ clock });
  const state = { writes: 0, broken: false };
  const store: Store = {
    ...inner,
    increment: async (key, options) => {
      if (options?.by === 0) return inner.increment(key, options);
      state.writes += 1;
      // A store takes its time.
      await new Promise((resolve) => setImmediate(resolve));
      if (state.broken) throw new Error("down");
      return inner.increment(key, options);
    },
  };
  return { clock, state, statistics: createStatistics({ store, clock }) };
}

test("what many questions come to at once is written together, and all of it counts", async () => {
  const { statistics, state } = setUp();
  await Promise.all(
    Array.from({ length: 200 }, (_, index) =>
      statistics.record(index % 4 === 0 ? "abstained" : "found", 3),
    ),
  );
  expect(await statistics.today()).toEqual({ questions: 200, answered: 150, p50: 3, p99: 3 });
  expect(state.writes).toBeLessThan(10);
});

test("whoever records hears that it could not be written, and nobody after them", async () => {
  const { statistics, state } = setUp();
  state.broken = true;
  const lost = [statistics.record("found", 1), statistics.record("found", 1)];
  for (const one of lost) await expect(one).rejects.toThrow("down");
  state.broken = false;
  await statistics.record("found", 1);
  expect((await statistics.today()).questions).toBe(1);
});

test("another day begins anew", async () => {
  const { statistics, clock } = setUp();
  await statistics.record("found", 1);
  await clock.advance(60_000);
  expect((await statistics.today()).questions).toBe(0);
  await statistics.record("found", 1);
  expect((await statistics.today()).questions).toBe(1);
});
