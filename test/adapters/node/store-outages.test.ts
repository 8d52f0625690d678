import { describe, expect, onTestFinished, test } from "vitest";
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

function open(url: string): Promise<Store> {
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
/** On a busy machine a call may take longer than the guard waits, and is then made again. */
const worked = (call: () => Promise<unknown>) => (): Promise<boolean> =>
  call().then(
    () => true,
    () => false,
  );
const isUnwell = (store: Store) => async (): Promise<boolean> => !(await isWell(store)());

for (const { name, here, start, tell } of engines) {
  if (!here) {
    tell();
    test(`${name} is not installed: its outages are left out`, () => expect(here).toBe(false));
  }

  describe.runIf(here)(`outages of a real ${name}`, { timeout: 120_000 }, () => {
    test("killed and started again: claims go on meanwhile, and it is found without a restart", async () => {
      const server = await start();
      const store = await open(server.url);
      onTestFinished(async () => {
        await store.close();
        await server.stop();
      });
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
      await until(worked(() => store.set("outage:k", 1)));
      expect(await store.claim("outage:during", TTL)).toBe(false);
    });
  });
}

describe.runIf(hasRedis)("a Redis that is stopped in its tracks", { timeout: 120_000 }, () => {
  test("leaves every call settling, and goes on when the server does", async () => {
    const server = await startRedis();
    const store = await open(server.url);
    onTestFinished(async () => {
      await store.close();
      await server.stop();
    });
    await until(isWell(store));
    await until(worked(() => store.set("outage:k", 1)));
    // It takes what is sent and never answers.
    server.process().kill("SIGSTOP");
    await until(isUnwell(store));
    await expect(store.get("outage:k")).rejects.toMatchObject({ code: "store-unavailable" });
    expect(await store.claim("outage:stopped", TTL)).toBe(true);
    server.process().kill("SIGCONT");
    await until(isWell(store));
    await until(async () => (await store.get("outage:k").catch(() => undefined)) === 1);
  });
});
