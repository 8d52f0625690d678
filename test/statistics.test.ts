import { expect, test } from "vitest";
import { createMemoryStore } from "../adapters/node/memory-store.ts";
import { createStatistics } from "../src/index.ts";
import type { Store } from "../src/index.ts";
import { createFakeClock } from "./fakes/clock.ts";
import { createRecordingLog } from "./fakes/recorders.ts";

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
  const log = createRecordingLog();
  return { clock, state, log, statistics: createStatistics({ store, clock, log }) };
}

test("what a second brings is written together, once it is over, and all of it counts", async () => {
  const { statistics, state, clock } = setUp();
  for (let question = 0; question < 200; question += 1) {
    statistics.record(question % 4 === 0 ? "abstained" : "found", 3);
  }
  await clock.advance(999);
  expect(state.writes).toBe(0);
  await clock.advance(1);
  expect(state.writes).toBe(2);
  statistics.record("found", 700);
  expect(await statistics.today()).toEqual({ questions: 201, answered: 151, p50: 3, p99: 3 });
  expect(state.writes).toBe(3);
  expect(clock.sleeping).toBe(0);
});

test("at the end what is left is written without waiting", async () => {
  const { statistics, state, clock } = setUp();
  statistics.record("found", 1);
  await statistics.flush();
  expect([state.writes, clock.sleeping]).toEqual([1, 0]);
});

test("what could not be written is told once, and nothing after it is lost", async () => {
  const { statistics, state, clock, log } = setUp();
  state.broken = true;
  statistics.record("found", 1);
  await clock.advance(1_000);
  expect(log.lines).toHaveLength(1);
  statistics.record("found", 1);
  await expect(statistics.flush()).rejects.toThrow("down");
  state.broken = false;
  statistics.record("found", 1);
  expect((await statistics.today()).questions).toBe(1);
});

test("another day begins anew", async () => {
  const { statistics, clock } = setUp();
  statistics.record("found", 1);
  await clock.advance(60_000);
  expect((await statistics.today()).questions).toBe(0);
  statistics.record("found", 1);
  expect((await statistics.today()).questions).toBe(1);
});
