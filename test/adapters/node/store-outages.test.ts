import { describe, expect, test } from "vitest";
import { systemClock } from "../../../adapters/node/clock.ts";
import { openStore } from "../../../adapters/node/open-store.ts";
import type { Store } from "../../../src/index.ts";
import { createCountingMetrics, createRecordingLog } from "../../fakes/recorders.ts";
import {
  hasPostgres,
  startPostgres,
  tellPostgresIsMissing,
} from "../../support/postgres-server.ts";
import { hasRedis, startRedis, tellRedisIsMissing } from "../../support/redis-server.ts";
import { until } from "../../support/until.ts";

const TTL = { ttlMs: 3_600_000 };

const engines = [
  { name: "Redis", here: hasRedis, start: startRedis, tell: tellRedisIsMissing },
  { name: "PostgreSQL", here: hasPostgres, start: startPostgres, tell: tellPostgresIsMissing },
];

function open(url: string): Store {
  return openStore({
    url,
    dataDir: "never-used",
    clock: systemClock,
    log: createRecordingLog(),
    metrics: createCountingMetrics(),
  });
}

const isWell = (store: Store) => async (): Promise<boolean> => {
  await store.get("probe").catch(() => undefined);
  return store.health().state === "ok";
};
const isUnwell = (store: Store) => async (): Promise<boolean> => !(await isWell(store)());

for (const { name, here, start, tell } of engines) {
  if (!here) {
    tell();
    test(`${name} is not installed: its outages are left out`, () => expect(here).toBe(false));
  }

  describe.runIf(here)(`outages of a real ${name}`, { timeout: 120_000 }, () => {
    test("killed and started again: claims go on meanwhile, and it is found without a restart", async () => {
      const server = await start();
      const store = open(server.url);
      await until(isWell(store));
      expect(await store.claim("outage:before", TTL)).toBe(true);

      await server.kill();
      await until(isUnwell(store));
      expect(await store.claim("outage:before", TTL)).toBe(false);
      expect(await store.claim("outage:during", TTL)).toBe(true);
      expect(await store.claim("outage:during", TTL)).toBe(false);
      expect(await store.increment("outage:n", TTL)).toBe(1);
      await expect(store.set("outage:k", 1)).rejects.toMatchObject({ code: "store-unavailable" });

      await server.start();
      await until(isWell(store));
      await store.set("outage:k", 1);
      expect(await store.get("outage:k")).toBe(1);
      expect(await store.claim("outage:during", TTL)).toBe(false);
      await store.close();
      await server.stop();
    });

    test("stopped in its tracks: every call settles, and it goes on when the server does", async () => {
      const server = await start();
      const store = open(server.url);
      await until(isWell(store));
      // A stopped server takes connections and never answers. PostgreSQL's connections have processes of their own.
      const child = server.process();
      await store.set("outage:k", 1);
      child.kill("SIGSTOP");
      if (name === "Redis") {
        await until(isUnwell(store));
        await expect(store.get("outage:k")).rejects.toMatchObject({ code: "store-unavailable" });
        expect(await store.claim("outage:stopped", TTL)).toBe(true);
      }
      child.kill("SIGCONT");
      await until(isWell(store));
      expect(await store.get("outage:k")).toBe(1);
      await store.close();
      await server.stop();
    });
  });
}
