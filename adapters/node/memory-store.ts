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
  /** Keys by what stands before their first colon: who lists a few gaps does not walk through every claim. */
  const families = new Map<string, Set<string>>();
  const values = new LRUCache<string, Kept>({
    max: limit,
    dispose: (_, key, reason) => {
      if (reason !== "set") families.get(familyOf(key))?.delete(key);
    },
  });
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
    const family = familyOf(key);
    const keys = families.get(family);
    if (keys === undefined) families.set(family, new Set([key]));
    else keys.add(key);
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
      const listed = prefix.includes(":")
        ? [families.get(familyOf(prefix)) ?? []]
        : families.values();
      for (const key of [...listed].flatMap((keys) => [...keys])) {
        if (!key.startsWith(prefix)) continue;
        const kept = live(key);
        if (kept !== undefined) yield [key, read(kept)] as const;
      }
    },
    health: () => ({ state: "ok" }),
    close: async () => undefined,
  };
}

function familyOf(key: string): string {
  const colon = key.indexOf(":");
  return colon < 0 ? key : key.slice(0, colon);
}
