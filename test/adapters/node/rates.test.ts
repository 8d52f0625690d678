import { createClient } from "@keyv/redis";
import fc from "fast-check";
import { Client } from "pg";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { systemClock } from "../../../adapters/node/clock.ts";
import { memoryRates } from "../../../adapters/node/memory-rates.ts";
import { openStore } from "../../../adapters/node/open-store.ts";
import { createPostgresStore } from "../../../adapters/node/postgres-store.ts";
import { createRedisStore } from "../../../adapters/node/redis-store.ts";
import { createSharedRates } from "../../../adapters/node/shared-rates.ts";
import { checkRatesContract } from "../../contracts/rates.ts";
import { createFakeClock } from "../../fakes/clock.ts";
import { createFakeRates } from "../../fakes/rates.ts";
import { createCountingMetrics, createRecordingLog } from "../../fakes/recorders.ts";
import {
  hasPostgres,
  startPostgres,
  tellPostgresIsMissing,
} from "../../support/postgres-server.ts";
import { hasRedis, startRedis, tellRedisIsMissing } from "../../support/redis-server.ts";
import { until } from "../../support/until.ts";

const ALLOWANCE = { questions: 3, windowMs: 600_000 };
const nothing = async (): Promise<void> => undefined;

checkRatesContract("The rates of tests", async () => {
  const clock = createFakeClock();
  const rates = createFakeRates(clock);
  return { rates, elapse: (ms) => clock.advance(ms), clear: nothing, close: nothing };
});

checkRatesContract("Rates in memory", async () => {
  vi.useFakeTimers();
  return {
    rates: memoryRates,
    elapse: async (ms) => void vi.advanceTimersByTime(ms),
    clear: nothing,
    close: async () => void vi.useRealTimers(),
  };
});

test("a clock that is put back makes no window longer, and one that is put on shortens the wait at the most", async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const rate = memoryRates("asker", ALLOWANCE);
  await rate("anna");
  vi.setSystemTime(Date.now() - 86_400_000);
  expect(await rate("anna")).toEqual({ used: 2, endsInMs: ALLOWANCE.windowMs });
  // Timers know nothing of the correction.
  vi.advanceTimersByTime(ALLOWANCE.windowMs);
  expect((await rate("anna")).used).toBe(1);
});

test("in memory they count as those of tests do, which forget nothing, however windows begin and end", async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const spent = fc.record({
    key: fc.constantFrom("anna", "ben", "cleo", "dora", "eve"),
    after: fc.integer({ min: 0, max: ALLOWANCE.windowMs }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(spent, { maxLength: 60 }), async (questions) => {
      let now = 0;
      const rate = memoryRates("asker", ALLOWANCE);
      const simple = createFakeRates({ now: () => now })("asker", ALLOWANCE);
      for (const { key, after } of questions) {
        vi.advanceTimersByTime(after);
        now += after;
        expect(await rate(key)).toEqual(await simple(key));
      }
    }),
  );
});

function guarded(behind: () => Promise<{ used: number; endsInMs: number }>) {
  const metrics = createCountingMetrics();
  const log = createRecordingLog();
  const rates = createSharedRates(() => behind, { call: (_, work) => work(), log, metrics });
  return { rate: rates("asker", ALLOWANCE), metrics };
}

test("while the engine is down each process counts by itself, and goes on with the engine once it is back", async () => {
  let down = true;
  const { rate, metrics } = guarded(() =>
    down ? Promise.reject(new Error("down")) : Promise.resolve({ used: 41, endsInMs: 5 }),
  );
  expect([(await rate("anna")).used, (await rate("anna")).used]).toEqual([1, 2]);
  expect(metrics.total("store_fallbacks_total", { operation: "rate" })).toBe(2);
  down = false;
  expect(await rate("anna")).toEqual({ used: 41, endsInMs: 5 });
});

function openReal(url: string) {
  return openStore({
    url,
    dataDir: "never-used",
    clock: systemClock,
    log: createRecordingLog(),
    metrics: createCountingMetrics(),
  });
}

if (!hasRedis) {
  tellRedisIsMissing();
  test("Redis is not installed: rates on it are left out", () => expect(hasRedis).toBe(false));
}

describe.runIf(hasRedis)("on a real Redis", { timeout: 120_000 }, () => {
  checkRatesContract("Rates in Redis", async () => {
    const server = await startRedis();
    const log = createRecordingLog();
    const [store, other] = [server, server].map(({ url }) => createRedisStore({ url, log }));
    await until(() => [store, other].every((one) => one!.health().state === "ok"));
    const raw = await createClient({ url: server.url }).connect();
    return {
      rates: store!.rates,
      other: other!.rates,
      async elapse(ms) {
        for (const key of await raw.keys("*")) {
          await raw.pExpire(key, Math.max(0, (await raw.pTTL(key)) - ms));
        }
      },
      clear: async () => void (await raw.flushAll()),
      async close() {
        raw.destroy();
        await Promise.all([store!.close(), other!.close()]);
        await server.stop();
      },
    };
  });

  test("garbage under a key, or a count that lost its time to live, begins anew", async () => {
    const server = await startRedis();
    const store = createRedisStore({ url: server.url, log: createRecordingLog() });
    const raw = await createClient({ url: server.url }).connect();
    onTestFinished(async () => {
      raw.destroy();
      await store.close();
      await server.stop();
    });
    await until(() => store.health().state === "ok");
    const rate = store.rates("asker", ALLOWANCE);
    await rate("anna");
    for (const garbage of ["not a number {", "7"]) {
      for (const key of await raw.keys("*")) await raw.set(key, garbage);
      expect(await rate("anna")).toMatchObject({ used: 1 });
      expect(await rate("anna")).toMatchObject({ used: 2 });
      for (const key of await raw.keys("*")) expect(await raw.pTTL(key)).toBeGreaterThan(0);
    }
  });

  test("a Redis that stands still holds a question up for a quarter of a second and no longer, and soon not at all", async () => {
    const server = await startRedis();
    const store = await openReal(server.url);
    onTestFinished(async () => {
      await store.close();
      await server.stop();
    });
    await until(async () => {
      await store.get("probe").catch(() => undefined);
      return store.health().state === "ok";
    });
    const rate = store.rates("asker", { questions: 3, windowMs: 600_000 });
    await until(async () => (await rate("warm")).used > 0);
    server.process().kill("SIGSTOP");
    const used: number[] = [];
    for (let time = 0; time < 6; time += 1) used.push((await rate("anna")).used);
    expect(used.at(-1)).toBeGreaterThanOrEqual(5);
    expect(store.health()).toMatchObject({ state: "degraded" });
    server.process().kill("SIGCONT");
    await until(async () => {
      await rate("probe");
      return store.health().state === "ok";
    });
  });
});

if (!hasPostgres) {
  tellPostgresIsMissing();
  test("PostgreSQL is not installed: rates on it are left out", () =>
    expect(hasPostgres).toBe(false));
}

describe.runIf(hasPostgres)("on a real PostgreSQL", { timeout: 120_000 }, () => {
  checkRatesContract("Rates in PostgreSQL", async () => {
    const server = await startPostgres();
    const log = createRecordingLog();
    const [store, other] = [server, server].map(({ url }) => createPostgresStore({ url, log }));
    await store!.rates("make the tables", ALLOWANCE)("now");
    const raw = new Client({ connectionString: server.url });
    await raw.connect();
    return {
      rates: store!.rates,
      other: other!.rates,
      async elapse(ms) {
        const text =
          "UPDATE docent_rates SET expires_at = expires_at - $1::float8 * interval '1 millisecond'";
        await raw.query(text, [ms]);
      },
      clear: async () => void (await raw.query("TRUNCATE docent_rates")),
      async close() {
        await Promise.all([store!.close(), other!.close(), raw.end()]);
        await server.stop();
      },
    };
  });

  test("what is over is swept after a hundred questions", async () => {
    const server = await startPostgres();
    const store = createPostgresStore({ url: server.url, log: createRecordingLog() });
    const raw = new Client({ connectionString: server.url });
    await raw.connect();
    onTestFinished(async () => {
      await Promise.all([store.close(), raw.end()]);
      await server.stop();
    });
    const rate = store.rates("asker", ALLOWANCE);
    for (const person of ["anna", "ben"]) await rate(person);
    await raw.query("UPDATE docent_rates SET expires_at = now() - interval '1 second'");
    for (let question = 0; question < 100; question += 1) await rate("cleo");
    const { rows } = await raw.query<{ key: string }>("SELECT key FROM docent_rates");
    expect(rows.map(({ key }) => key)).toEqual(["docent-rate:asker:cleo"]);
  });

  test("two processes whose clocks differ by an hour share a window all the same", async () => {
    const server = await startPostgres();
    const store = createPostgresStore({ url: server.url, log: createRecordingLog() });
    onTestFinished(async () => {
      vi.useRealTimers();
      await store.close();
      await server.stop();
    });
    const rate = store.rates("asker", ALLOWANCE);
    await rate("anna");
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 3_600_000 });
    const ahead = await rate("anna");
    expect(ahead.used).toBe(2);
    expect(ahead.endsInMs).toBeGreaterThan(ALLOWANCE.windowMs - 60_000);
  });
});
