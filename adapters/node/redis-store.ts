import { explain } from "../../src/index.ts";
import type { Log } from "../../src/index.ts";
import { IndexedKeyvRedis, valueKey } from "./indexed-redis.ts";
import { createKeyvStore } from "./keyv-store.ts";
import { createRedisClient } from "./redis-client.ts";
import { createRedisRates } from "./redis-rates.ts";
import type { StoreWithRates } from "./shared-rates.ts";

export interface RedisStoreOptions {
  /** `redis://` or, with TLS, `rediss://`; Valkey speaks the same. */
  readonly url: string;
  readonly log: Log;
}

/** Adds, and gives a new counter its time to live. What is no number begins anew. */
const ADD = `
  local count = redis.pcall('INCRBY', KEYS[1], ARGV[1])
  if type(count) ~= 'number' then
    redis.call('SET', KEYS[1], ARGV[1])
    count = tonumber(ARGV[1])
  end
  if tonumber(ARGV[2]) > 0 and redis.call('PTTL', KEYS[1]) < 0 then
    redis.call('PEXPIRE', KEYS[1], ARGV[2])
  end
  return count
`;

/** Replaces exactly what was seen. */
const REPLACE = `
  if redis.pcall('GET', KEYS[1]) ~= ARGV[1] then return 0 end
  redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
  return 1
`;

/**
 * For several replicas. Connects in the background and for ever: a call without a connection fails at once rather than
 * wait in a queue, which is what lets the guard fall back.
 */
export function createRedisStore({ url, log }: RedisStoreOptions): StoreWithRates {
  const client = createRedisClient(url);
  let problem: string | undefined;
  client.on("error", (error: unknown) => {
    const text = explain(error);
    // Every try to connect reports the same: once is enough.
    if (text !== problem) log.warn({ error: text }, "Redis does not answer");
    problem = text;
  });
  client.on("ready", () => {
    if (problem !== undefined) log.info({}, "Redis answers again");
    problem = undefined;
  });
  const connecting = client.connect().catch((error: unknown) => {
    // It only ends by being closed, or by an address that cannot be right.
    problem = explain(error);
    log.error({ error: problem }, "Redis cannot be connected to");
  });

  const adapter = new IndexedKeyvRedis(client);
  const counterKey = (key: string): string => `docent-count::${key}`;

  const store = createKeyvStore(
    adapter,
    {
      insert: (key, text, ttlMs) => adapter.insert(key, text, ttlMs),
      insertAll: (keys, text, ttlMs, beside) => adapter.insertAll(keys, text, ttlMs, beside),
      async replace(key, old, text, ttlMs) {
        const replaced = await client.eval(REPLACE, {
          keys: [valueKey(key)],
          arguments: [old, text, String(Math.ceil(ttlMs))],
        });
        return replaced === 1;
      },
      async add(key, by, ttlMs) {
        const count = await client.eval(ADD, {
          keys: [counterKey(key)],
          arguments: [String(by), String(Math.ceil(ttlMs ?? 0))],
        });
        return Number(count);
      },
      removeCounter: async (key) => (await client.del(counterKey(key))) > 0,
      scan: (prefix) => adapter.list(prefix),
      health: () =>
        client.isReady
          ? { state: "ok" }
          : { state: "degraded", note: `Redis does not answer: ${problem ?? "not connected yet"}` },
      async close() {
        client.destroy();
        await connecting;
      },
    },
    log,
  );
  return { ...store, rates: createRedisRates(client) };
}
