import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { createSqliteStore } from "../../../adapters/node/sqlite-store.ts";
import { checkStoreContract } from "../../contracts/store.ts";
import { createFakeClock } from "../../fakes/clock.ts";
import { createRecordingLog } from "../../fakes/recorders.ts";
import { startUntil, stop } from "../../support/child.ts";
import { freshFolder, openSqlite } from "../../support/sqlite-files.ts";

const HOUR = 3_600_000;

checkStoreContract("The SQLite store", async () => {
  const folder = mkdtempSync(join(tmpdir(), "docent-sqlite-"));
  const path = join(folder, "deep", "docent.db");
  const clock = createFakeClock();
  const log = createRecordingLog();
  const store = createSqliteStore({ path, clock, log });
  const other = createSqliteStore({ path, clock, log });
  return {
    store,
    other,
    elapse: (ms) => clock.advance(ms),
    async clear() {
      await store.get("anything, so that the file is there");
      const raw = new DatabaseSync(path);
      raw.exec("DELETE FROM entries; DELETE FROM counters;");
      raw.close();
    },
    async close() {
      await store.close();
      await other.close();
      rmSync(folder, { recursive: true });
    },
  };
});

test("what was written survives a restart", async () => {
  const { path, store } = openSqlite();
  await store.set("k", { a: 1 });
  await store.increment("n");
  await store.close();
  const again = openSqlite(path).store;
  expect(await again.get("k")).toEqual({ a: 1 });
  expect(await again.increment("n")).toBe(2);
});

test.each([
  ["not JSON", "{oops"],
  ["JSON of another kind", "[1,2]"],
  ["nothing", ""],
])("a value that is %s counts as missing, is warned of, and is overwritten", async (_, text) => {
  const { path, store, log } = openSqlite();
  await store.set("k", 1);
  const raw = new DatabaseSync(path);
  raw.prepare("UPDATE entries SET value = ?").run(text);
  raw.close();
  expect(await store.get("k")).toBeUndefined();
  expect(log.lines.some((line) => line.level === "warn")).toBe(true);
  expect(await store.claim("k", { ttlMs: HOUR })).toBe(true);
  expect(await store.claim("k", { ttlMs: HOUR })).toBe(false);
  await store.set("k", 2);
  expect(await store.get("k")).toBe(2);
});

test("of several claims, one that holds something else than ours counts as free", async () => {
  const { path, store } = openSqlite();
  await store.set("b", 1);
  const raw = new DatabaseSync(path);
  raw.prepare("UPDATE entries SET value = ?").run("{oops");
  raw.close();
  expect(await store.claimAll(["a", "b"], { ttlMs: HOUR, value: "one" })).toBe(true);
  expect([await store.get("a"), await store.get("b")]).toEqual(["one", "one"]);
});

test("a file of before, with an index that costs more than it brings, is taken on without it", async () => {
  const path = join(freshFolder(), "docent.db");
  const old = new DatabaseSync(path);
  old.exec(`
    CREATE TABLE entries (key TEXT PRIMARY KEY, value TEXT NOT NULL, expires_at INTEGER) STRICT, WITHOUT ROWID;
    CREATE INDEX entries_by_expiry ON entries (expires_at) WHERE expires_at IS NOT NULL;
    INSERT INTO entries VALUES ('k', '{"value":7}', NULL);`);
  old.close();
  const { store } = openSqlite(path);
  expect(await store.get("k")).toBe(7);
  const raw = new DatabaseSync(path);
  expect(
    raw.prepare("SELECT name FROM sqlite_master WHERE type = 'index'").all(),
  ).not.toContainEqual({
    name: "entries_by_expiry",
  });
  raw.close();
});

test("a clock that is corrected by a day neither frees a claim nor keeps it longer", async () => {
  const { store, clock } = openSqlite();
  await store.claim("c", { ttlMs: HOUR });
  clock.jump(24 * HOUR);
  expect(await store.claim("c", { ttlMs: HOUR })).toBe(false);
  clock.jump(-48 * HOUR);
  await clock.advance(HOUR + 1);
  expect(await store.claim("c", { ttlMs: HOUR })).toBe(true);
});

test("what has expired is swept from the file after a while", async () => {
  const { path, store, clock } = openSqlite();
  await store.set("old", 1, { ttlMs: HOUR });
  await store.increment("old", { ttlMs: HOUR });
  await clock.advance(2 * HOUR);
  for (let claim = 0; claim < 1_001; claim += 1) await store.claim(`c:${claim}`, { ttlMs: HOUR });
  const raw = new DatabaseSync(path);
  const count = (table: string): unknown =>
    raw.prepare(`SELECT count(*) AS n FROM ${table} WHERE key = 'old'`).get()?.["n"];
  expect([count("entries"), count("counters")]).toEqual([0, 0]);
  raw.close();
});

test("a process killed in the middle of writing leaves a whole file with all that was acknowledged", async () => {
  const path = join(freshFolder(), "docent.db");
  const script = new URL("../../support/write-forever.ts", import.meta.url).pathname;
  for (let round = 0; round < 5; round += 1) {
    const child = await startUntil(process.execPath, [script, path, String(round)], /\n9\d\n/u);
    await stop(child, "SIGKILL");
    const { store, log } = openSqlite(path);
    for (let row = 0; row < 90; row += 1) {
      expect(await store.get(`row:${round}-${row}`)).toBe("x".repeat(500));
    }
    expect(await store.increment("rows", { by: 0 })).toBeGreaterThanOrEqual((round + 1) * 90);
    expect(log.lines).toEqual([]);
    await store.close();
  }
}, 60_000);
