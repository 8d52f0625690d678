import { createClient } from "@keyv/redis";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createRedisStore } from "../../../adapters/node/redis-store.ts";
import type { Store } from "../../../src/index.ts";
import { checkStoreContract } from "../../contracts/store.ts";
import { createRecordingLog } from "../../fakes/recorders.ts";
import { hasRedis, startRedis, tellRedisIsMissing } from "../../support/redis-server.ts";
import type { RedisServer } from "../../support/redis-server.ts";
import { until } from "../../support/until.ts";

const HOUR = 3_600_000;

async function connected(url: string) {
  const log = createRecordingLog();
  const store = createRedisStore({ url, log });
  await until(() => store.health().state === "ok");
  return { store, log };
}

if (!hasRedis) {
  tellRedisIsMissing();
  test("Redis is not installed: its tests are left out", () => expect(hasRedis).toBe(false));
}

describe.runIf(hasRedis)("against a real Redis", () => {
  checkStoreContract("The Redis store", async () => {
    const server = await startRedis();
    const { store } = await connected(server.url);
    const { store: other } = await connected(server.url);
    const raw = await createClient({ url: server.url }).connect();
    return {
      store,
      other,
      // Takes the time from every key: what would be over by then goes.
      async elapse(ms) {
        for (const key of await raw.keys("*")) {
          const left = await raw.pTTL(key);
          if (left >= 0) await raw.pExpire(key, Math.max(0, left - ms));
        }
      },
      clear: async () => void (await raw.flushAll()),
      async close() {
        raw.destroy();
        await Promise.all([store.close(), other.close()]);
        await server.stop();
      },
    };
  });

  describe("Redis misbehaves", { timeout: 60_000 }, () => {
    let server: RedisServer;
    let store: Store;
    let log: ReturnType<typeof createRecordingLog>;
    beforeAll(async () => {
      server = await startRedis();
      ({ store, log } = await connected(server.url));
    }, 60_000);
    beforeEach(() => until(() => store.health().state === "ok"));
    afterAll(async () => {
      await store.close();
      await server.stop();
    });

    test("fault 69: values, claims and counters that others filled with garbage begin anew", async () => {
      const raw = await createClient({ url: server.url }).connect();
      await store.set("g:1", 1);
      await store.increment("g:n");
      for (const key of await raw.keys("*")) {
        await raw.del(key);
        await raw.set(key, "\u0000 not ours {");
      }
      expect(await store.get("g:1")).toBeUndefined();
      expect(log.lines.some((line) => line.level === "warn")).toBe(true);
      expect(await store.claim("g:1", { ttlMs: HOUR })).toBe(true);
      expect(await store.claim("g:1", { ttlMs: HOUR })).toBe(false);
      expect(await store.increment("g:n", { ttlMs: HOUR })).toBe(1);
      await raw.del("docent-index::g");
      await raw.set("docent-index::g", "not ours");
      expect(await store.claim("g:3", { ttlMs: HOUR })).toBe(true);
      expect(await store.claim("g:3", { ttlMs: HOUR })).toBe(false);
      await store.set("g:1", 1);
      await store.set("g:2", 2);
      const listed: string[] = [];
      for await (const [key] of store.entries("g:")) listed.push(key);
      expect(listed.sort()).toEqual(["g:1", "g:2", "g:3"]);
      raw.destroy();
    });

    test("fault 68: an emptied Redis is an empty store", async () => {
      const raw = await createClient({ url: server.url }).connect();
      await store.claim("f:1", { ttlMs: HOUR });
      await raw.flushAll();
      expect(await store.claim("f:1", { ttlMs: HOUR })).toBe(true);
      raw.destroy();
    });

    test("a Redis that dies fails each call at once, and is found again when it is back", async () => {
      await store.set("d:1", 1);
      await server.kill();
      await until(() => store.health().state === "degraded");
      await expect(store.get("d:1")).rejects.toThrow();
      await expect(store.claim("d:2", { ttlMs: HOUR })).rejects.toThrow();
      await expect(store.increment("d:n")).rejects.toThrow();
      expect(
        log.lines.filter((line) => line.message === "Redis does not answer").length,
      ).toBeLessThan(4);
      await server.start();
      await until(() => store.health().state === "ok");
      await store.set("d:1", 2);
      expect(await store.get("d:1")).toBe(2);
    });

    test("a store whose Redis is not there yet can be made and closed", async () => {
      const absent = createRedisStore({ url: "redis://127.0.0.1:1", log: createRecordingLog() });
      await expect(absent.get("k")).rejects.toThrow();
      expect(absent.health()).toMatchObject({ state: "degraded" });
      await absent.close();
    });
  });
});
