import { expect, test } from "vitest";
import { createGuardedStore } from "../../../adapters/node/guarded-store.ts";
import { createMemoryStore } from "../../../adapters/node/memory-store.ts";
import { DocentError, explain } from "../../../src/index.ts";
import type { Store } from "../../../src/index.ts";
import { checkStoreContract } from "../../contracts/store.ts";
import { createFakeClock, settle } from "../../fakes/clock.ts";
import { createCountingMetrics, createRecordingLog } from "../../fakes/recorders.ts";

type Mode = "works" | "fails" | "hangs";
const TTL = { ttlMs: 3_600_000 };

function build() {
  const clock = createFakeClock();
  const log = createRecordingLog();
  const metrics = createCountingMetrics();
  const inner = createMemoryStore({ clock });
  const state: { mode: Mode; calls: number } = { mode: "works", calls: 0 };
  const pass = <T>(work: () => Promise<T>): Promise<T> => {
    state.calls += 1;
    if (state.mode === "fails") return Promise.reject(new Error("connection refused"));
    if (state.mode === "hangs") return new Promise(() => undefined);
    return work();
  };
  const fickle: Store = {
    ...inner,
    get: (key) => pass(() => inner.get(key)),
    set: (...given) => pass(() => inner.set(...given)),
    delete: (key) => pass(() => inner.delete(key)),
    claim: (...given) => pass(() => inner.claim(...given)),
    claimAll: (...given) => pass(() => inner.claimAll(...given)),
    increment: (...given) => pass(() => inner.increment(...given)),
    async *entries(prefix) {
      await pass(async () => undefined);
      yield* inner.entries(prefix);
    },
  };
  const store = createGuardedStore(fickle, { clock, steady: clock.steady, log, metrics });
  return { store, clock, log, metrics, inner, state };
}

checkStoreContract("The guarded store", async () => {
  const { store, clock, inner } = build();
  return {
    store,
    other: store,
    elapse: (ms) => clock.advance(ms),
    async clear() {
      for await (const [key] of inner.entries("")) await store.delete(key);
      for (const key of ["n", "same", "c", "d", "v", "race"]) await store.delete(key);
    },
    close: () => store.close(),
  };
});

test("fault 67: a call that hangs is given up after a quarter of a second, and the third opens the breaker", async () => {
  const { store, clock, state, log } = build();
  state.mode = "hangs";
  for (let call = 0; call < 3; call += 1) {
    const answer = store.get("k").catch((error: unknown) => error);
    await clock.advance(249);
    expect(store.health()).toEqual({ state: "ok" });
    await clock.advance(1);
    expect(await answer).toMatchObject({ code: "store-unavailable" });
  }
  expect(store.health()).toMatchObject({ state: "degraded" });
  expect(log.lines.filter((line) => line.level === "error")).toHaveLength(1);
  const { calls } = state;
  await expect(store.set("k", 1)).rejects.toMatchObject({ code: "store-unavailable" });
  expect(state.calls).toBe(calls);
});

test("it recovers without a restart: one call goes ahead, and the others follow when it is back", async () => {
  const { store, clock, state, log } = build();
  state.mode = "fails";
  for (let call = 0; call < 3; call += 1) await store.get("k").catch(() => undefined);
  await clock.advance(2_000);
  const before = state.calls;
  const both = await Promise.allSettled([store.get("a"), store.get("b")]);
  expect(both.map((one) => one.status)).toEqual(["rejected", "rejected"]);
  expect(state.calls).toBe(before + 1);

  state.mode = "works";
  await expect(store.get("a")).rejects.toThrow();
  await clock.advance(2_000);
  expect(await store.get("a")).toBeUndefined();
  expect(store.health()).toEqual({ state: "ok" });
  expect(log.lines.at(-1)).toMatchObject({ level: "info", message: "the store answers again" });
});

test("two failures between successes do not open it", async () => {
  const { store, state } = build();
  for (let round = 0; round < 5; round += 1) {
    state.mode = "fails";
    for (let call = 0; call < 2; call += 1) await store.get("k").catch(() => undefined);
    state.mode = "works";
    await store.get("k");
  }
  expect(store.health()).toEqual({ state: "ok" });
});

test("fault 66: while the store is down a claim is still given once, and counters still count", async () => {
  const { store, state, metrics } = build();
  state.mode = "fails";
  expect(await store.claim("c", TTL)).toBe(true);
  expect(await store.claim("c", TTL)).toBe(false);
  expect(await store.increment("n", TTL)).toBe(1);
  expect(await store.increment("n", TTL)).toBe(2);
  expect(metrics.total("store_fallbacks_total")).toBe(3);
});

test("what was claimed before an outage is known during it, and what was claimed during it after it", async () => {
  const { store, state, clock } = build();
  await store.claim("before", TTL);
  state.mode = "fails";
  expect(await store.claim("before", TTL)).toBe(false);
  expect(await store.claim("during", TTL)).toBe(true);
  await store.get("k").catch(() => undefined);
  state.mode = "works";
  await clock.advance(2_000);
  expect(await store.claim("during", TTL)).toBe(false);
});

test("ten thousand claims of an outage are the most that is remembered", async () => {
  const { store, state } = build();
  state.mode = "fails";
  for (let claim = 0; claim < 10_001; claim += 1) await store.claim(`c${claim}`, TTL);
  expect(await store.claim("c0", TTL)).toBe(true);
  expect(await store.claim("c10000", TTL)).toBe(false);
});

test("a listing that hangs is given up", async () => {
  const { store, state, clock } = build();
  state.mode = "hangs";
  const listing = (async () => {
    for await (const entry of store.entries("a:")) return entry;
    return undefined;
  })().catch((error: unknown) => error);
  await clock.advance(250);
  expect(await listing).toMatchObject({ code: "store-unavailable" });
});

test("a store that is part of this process is called without a timer, and left alone when it fails all the same", async () => {
  const { clock, log, metrics, inner } = build();
  let down = false;
  const get: Store["get"] = (key) => {
    // No timer has been wound up for this call.
    expect(clock.sleeping).toBe(0);
    return down ? Promise.reject(new Error("disk full")) : inner.get(key);
  };
  const store = createGuardedStore(
    { ...inner, get },
    { clock, steady: clock.steady, log, metrics, embedded: true },
  );
  await store.set("k", 1);
  expect(await store.get("k")).toBe(1);
  down = true;
  for (let call = 0; call < 3; call += 1) await store.get("k").catch(() => undefined);
  expect(store.health()).toMatchObject({ state: "degraded" });
  await store.close();
});

test("a store that fails at once says what to do in one sentence after the other, also while it is left alone", async () => {
  const { clock, log, metrics, inner } = build();
  const get = (): Promise<undefined> =>
    Promise.reject(
      new DocentError("store-unavailable", "The store failed: read-only", { remedy: "Free it." }),
    );
  const store = createGuardedStore(
    { ...inner, get },
    { clock, steady: clock.steady, log, metrics, embedded: true },
  );
  for (let call = 0; call < 4; call += 1) {
    const error: unknown = await store.get("k").catch((reason: unknown) => reason);
    expect(explain(error)).toBe(
      "The store does not answer: The store failed: read-only. Free it. Docent goes on and finds it again by itself.",
    );
  }
  expect(log.lines.map(({ message }) => message)).toEqual([
    "the store failed and is left alone for a while",
  ]);
  await store.close();
});

test("while the store is down several claims are given together or not at all, too", async () => {
  const { store, state, metrics } = build();
  state.mode = "fails";
  const beside = { key: "row", value: 1, ttlMs: 1_000 };
  expect(await store.claimAll(["a", "b"], { ...TTL, value: "one", beside })).toBe(true);
  expect(await store.claimAll(["b", "c"], { ...TTL, value: "two" })).toBe(false);
  expect(await store.claimAll(["a", "c"], { ...TTL, value: "one" })).toBe(true);
  expect(metrics.total("store_fallbacks_total")).toBe(2);
});

test("closing ends its timers", async () => {
  const { store, state, clock } = build();
  state.mode = "fails";
  for (let call = 0; call < 3; call += 1) await store.get("k").catch(() => undefined);
  expect(clock.sleeping).toBe(1);
  await store.close();
  await settle();
  expect(clock.sleeping).toBe(0);
});

test("how long the store took is observed call by call, failures included, and not while it is left alone", async () => {
  const { store, clock, metrics, state } = build();
  await store.set("a", 1);
  expect(metrics.observed("store_seconds")).toEqual([0]);
  state.mode = "hangs";
  const late = store.get("a").catch((error: unknown) => error);
  await clock.advance(250);
  await late;
  expect(metrics.observed("store_seconds")).toEqual([0, 0.25]);
  state.mode = "fails";
  for (let count = 0; count < 5; count += 1) await store.get("a").catch(() => undefined);
  // Two more failures, and nobody asks it again.
  expect(metrics.observed("store_seconds")).toHaveLength(4);
});
