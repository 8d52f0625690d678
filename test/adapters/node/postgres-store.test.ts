import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { createPostgresStore } from "../../../adapters/node/postgres-store.ts";
import type { Store } from "../../../src/index.ts";
import { checkStoreContract } from "../../contracts/store.ts";
import { createRecordingLog } from "../../fakes/recorders.ts";
import {
  hasPostgres,
  startPostgres,
  tellPostgresIsMissing,
} from "../../support/postgres-server.ts";
import type { PostgresServer } from "../../support/postgres-server.ts";
import { until } from "../../support/until.ts";

const HOUR = 3_600_000;
const TABLES = ["docent_entries", "docent_counters"];

if (!hasPostgres) {
  tellPostgresIsMissing();
  test("PostgreSQL is not installed: its tests are left out", () =>
    expect(hasPostgres).toBe(false));
}

async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  return client;
}

describe.runIf(hasPostgres)("against a real PostgreSQL", () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  }, 120_000);
  afterAll(() => server?.stop());

  checkStoreContract("The PostgreSQL store", async () => {
    const log = createRecordingLog();
    // Both make the tables at once.
    const store = createPostgresStore({ url: server.url, log });
    const other = createPostgresStore({ url: server.url, log });
    await Promise.all([store.get("k"), other.get("k")]);
    const raw = await connect(server.url);
    return {
      store,
      other,
      async elapse(ms) {
        for (const table of TABLES) {
          await raw.query(
            `UPDATE ${table} SET expires_at = expires_at - $1::float8 * interval '1 millisecond'`,
            [ms],
          );
        }
      },
      clear: async () => void (await raw.query(`TRUNCATE ${TABLES.join(", ")}`)),
      async close() {
        await Promise.all([store.close(), other.close(), raw.end()]);
      },
    };
  });

  describe("PostgreSQL misbehaves", { timeout: 60_000 }, () => {
    let store: Store;
    let log: ReturnType<typeof createRecordingLog>;
    beforeAll(() => {
      log = createRecordingLog();
      store = createPostgresStore({ url: server.url, log });
    });
    afterAll(() => store.close());

    test("a value that is not JSON counts as missing, is warned of, and is overwritten", async () => {
      const raw = await connect(server.url);
      await store.set("g:1", 1);
      await raw.query("UPDATE docent_entries SET value = '{oops' WHERE key = 'g:1'");
      expect(await store.get("g:1")).toBeUndefined();
      expect(log.lines.some((line) => line.level === "warn")).toBe(true);
      expect(await store.claim("g:1", { ttlMs: HOUR })).toBe(true);
      expect(await store.claim("g:1", { ttlMs: HOUR })).toBe(false);
      await raw.end();
    });

    test("tables that somebody drops fail one call and are made anew", async () => {
      const raw = await connect(server.url);
      await raw.query("DROP TABLE docent_entries");
      await expect(store.get("k")).rejects.toThrow();
      expect(store.health().state).toBe("degraded");
      await raw.end();
      await store.set("k", 1);
      expect(await store.get("k")).toBe(1);
      expect(store.health()).toEqual({ state: "ok" });
    });

    test("calls that waited too long for a connection fail, and it is well again with the next that is answered", async () => {
      const calls = (count: number) =>
        Promise.allSettled(Array.from({ length: count }, () => store.get("w:1")));
      vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
      try {
        const waiting = calls(400);
        await new Promise(setImmediate);
        await vi.advanceTimersByTimeAsync(5_000);
        const ended = await waiting;
        expect(ended.map(({ status }) => status)).toContain("rejected");
        expect(log.lines.some(({ level }) => level === "warn")).toBe(true);
        await calls(1);
        expect(store.health()).toEqual({ state: "ok" });
      } finally {
        vi.useRealTimers();
      }
    });

    test("a database that dies with idle connections fails the calls, and is found again when it is back", async () => {
      await store.set("d:1", 1);
      await server.kill();
      await until(() => store.health().state === "degraded");
      await expect(store.get("d:1")).rejects.toThrow();
      await server.start();
      await until(() =>
        store.set("d:1", 2).then(
          () => true,
          () => false,
        ),
      );
      expect(await store.get("d:1")).toBe(2);
      expect(store.health()).toEqual({ state: "ok" });
    });

    test("a store whose database is not there yet works once it is", async () => {
      await server.kill();
      const early = createPostgresStore({ url: server.url, log });
      await expect(early.get("k")).rejects.toThrow();
      expect(early.health().state).toBe("degraded");
      await server.start();
      await until(() =>
        early.set("k", 1).then(
          () => true,
          () => false,
        ),
      );
      expect(await early.get("k")).toBe(1);
      await early.close();
    });
  });
});
