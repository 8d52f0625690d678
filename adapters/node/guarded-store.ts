import { createBreaker } from "./breaker.ts";
import type { Breaker } from "./breaker.ts";
import { createMemoryStore } from "./memory-store.ts";
import type { Clock, Log, Metrics, Store } from "../../src/index.ts";

export interface GuardOptions {
  readonly clock: Clock;
  /** What the local claims expire by. */
  readonly steady: Pick<Clock, "now">;
  readonly log: Log;
  readonly metrics: Metrics;
  /** The store is part of this process: its calls settle by themselves. Otherwise each settles within a quarter of a second. */
  readonly embedded?: boolean;
}

/** What else is asked of the same engine goes through the same guard. */
export interface GuardedStore extends Store {
  readonly guard: Breaker["call"];
}

const LIMIT_MS = 250;
const FAILURES = 3;
const PAUSE_MS = 2_000;
const LOCAL_CLAIMS = 10_000;

/**
 * A store that never holds anybody up. When the one behind it fails, claims and counters go on in a bounded memory of this
 * process; everything else rejects at once with `store-unavailable`. Claims won here are remembered here in any case, so
 * that a redelivery during an outage is recognised. What another replica claims meanwhile is not: during an outage the
 * same event delivered to two replicas is answered by both.
 */
export function createGuardedStore(store: Store, options: GuardOptions): GuardedStore {
  const { clock, steady, log, metrics, embedded = false } = options;
  const breaker = createBreaker({
    clock,
    log,
    metrics,
    limitMs: embedded ? undefined : LIMIT_MS,
    failures: FAILURES,
    pauseMs: PAUSE_MS,
  });
  const local = createMemoryStore({ clock: steady, limit: LOCAL_CLAIMS });

  return {
    guard: (operation, work) => breaker.call(operation, work),
    get: (key) => breaker.call("get", () => store.get(key)),
    set: (key, value, set) => breaker.call("set", () => store.set(key, value, set)),
    async delete(key) {
      await local.delete(key);
      return breaker.call("delete", () => store.delete(key));
    },
    async claim(key, claim) {
      if (!(await local.claim(key, claim))) return false;
      try {
        return await breaker.call("claim", () => store.claim(key, claim));
      } catch (error) {
        metrics.count("store_fallbacks_total", { operation: "claim" });
        log.debug({ error }, "a claim is remembered by this process only");
        return true;
      }
    },
    async claimAll(keys, { ttlMs, value, beside }) {
      if (!(await local.claimAll(keys, { ttlMs, value }))) return false;
      const claim = { ttlMs, value, ...(beside !== undefined && { beside }) };
      try {
        return await breaker.call("claim", () => store.claimAll(keys, claim));
      } catch (error) {
        metrics.count("store_fallbacks_total", { operation: "claim" });
        log.debug({ error }, "claims are remembered by this process only");
        return true;
      }
    },
    async increment(key, by) {
      try {
        return await breaker.call("increment", () => store.increment(key, by));
      } catch (error) {
        metrics.count("store_fallbacks_total", { operation: "increment" });
        log.debug({ error }, "a counter is kept by this process only");
        return local.increment(key, by);
      }
    },
    async *entries(prefix) {
      const iterator = store.entries(prefix)[Symbol.asyncIterator]();
      try {
        for (;;) {
          const next = await breaker.call("entries", () => iterator.next());
          if (next.done === true) return;
          yield next.value;
        }
      } finally {
        // Not waited for: it may be what hangs.
        void Promise.resolve(iterator.return?.()).catch((error: unknown) => {
          log.debug({ error }, "a listing could not be ended");
        });
      }
    },
    health() {
      const problem = breaker.problem();
      return problem === undefined
        ? store.health()
        : { state: "degraded", note: `The store does not answer: ${problem}` };
    },
    async close() {
      breaker.close();
      await store.close();
    },
  };
}
