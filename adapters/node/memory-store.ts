import { LRUCache } from "lru-cache";
import type { Clock, Store } from "../../src/index.ts";

export interface MemoryStoreOptions {
  /** What expiry is counted by. */
  readonly clock: Pick<Clock, "now">;
  /** The least recently used go first beyond it. */
  readonly limit?: number;
}

interface Kept {
  /** JSON, so that nobody shares an object with the store. */
  readonly json: string;
  readonly expiresAt: number;
}

/** Lives and dies with the process: for tests, for one-off commands, and as what the guard falls back to. */
export function createMemoryStore({ clock, limit = 10_000 }: MemoryStoreOptions): Store {
  const values = new LRUCache<string, Kept>({ max: limit });
  const counters = new LRUCache<string, { count: number; readonly expiresAt: number }>({
    max: limit,
  });
  const until = (ttlMs: number | undefined): number =>
    ttlMs === undefined ? Number.POSITIVE_INFINITY : clock.now() + ttlMs;

  function live(key: string): Kept | undefined {
    const kept = values.get(key);
    if (kept === undefined || kept.expiresAt > clock.now()) return kept;
    values.delete(key);
    return undefined;
  }
  const put = (key: string, value: unknown, ttlMs: number | undefined): void => {
    values.set(key, { json: JSON.stringify(value ?? null), expiresAt: until(ttlMs) });
  };
  const read = (kept: Kept): unknown => JSON.parse(kept.json) as unknown;

  return {
    get: async (key) => {
      const kept = live(key);
      return kept === undefined ? undefined : read(kept);
    },
    set: async (key, value, options) => put(key, value, options?.ttlMs),
    delete: async (key) => {
      const existed = live(key) !== undefined;
      values.delete(key);
      return counters.delete(key) || existed;
    },
    claim: async (key, { ttlMs, value = true }) => {
      if (live(key) !== undefined) return false;
      put(key, value, ttlMs);
      return true;
    },
    claimAll: async (keys, { ttlMs, value, beside }) => {
      const json = JSON.stringify(value ?? null);
      if (keys.some((key) => (live(key)?.json ?? json) !== json)) return false;
      for (const key of keys) put(key, value, ttlMs);
      if (beside !== undefined) put(beside.key, beside.value, beside.ttlMs);
      return true;
    },
    increment: async (key, { by = 1, ttlMs } = {}) => {
      const counter = counters.get(key);
      if (counter !== undefined && counter.expiresAt > clock.now()) return (counter.count += by);
      counters.set(key, { count: by, expiresAt: until(ttlMs) });
      return by;
    },
    async *entries(prefix) {
      // All keys are looked through: an index of them would cost each write as much as the write itself does.
      for (const key of [...values.keys()].filter((one) => one.startsWith(prefix))) {
        const kept = live(key);
        if (kept !== undefined) yield [key, read(kept)] as const;
      }
    },
    health: () => ({ state: "ok" }),
    close: async () => undefined,
  };
}
