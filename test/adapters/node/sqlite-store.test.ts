import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { open } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, expect, test } from "vitest";
import { createSqliteStore } from "../../../adapters/node/sqlite-store.ts";
import type { Store } from "../../../src/index.ts";
import { startUntil, stop } from "../../support/child.ts";
import { checkStoreContract } from "../../contracts/store.ts";
import { createFakeClock } from "../../fakes/clock.ts";
import { createRecordingLog } from "../../fakes/recorders.ts";

const HOUR = 3_600_000;
const folders: string[] = [];
const stores: Store[] = [];

function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "docent-sqlite-"));
  folders.push(folder);
  return folder;
}

function build(path = join(freshFolder(), "docent.db")) {
  const clock = createFakeClock();
  const log = createRecordingLog();
  const store = createSqliteStore({ path, clock: clock.steady, log });
  stores.push(store);
  return { path, clock, log, store };
}

afterEach(async () => {
  await Promise.all(stores.splice(0).map((store) => store.close()));
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

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

async function fill(store: Store, rows: number): Promise<void> {
  for (let row = 0; row < rows; row += 1) await store.set(`row:${row}`, "x".repeat(200));
}

async function overwrite(path: string, position: number, bytes: number): Promise<void> {
  const file = await open(path, "r+");
  await file.write(Buffer.alloc(bytes, 0xa5), 0, bytes, position);
  await file.close();
}

test("what was written survives a restart", async () => {
  const { path, store } = build();
  await store.set("k", { a: 1 });
  await store.increment("n");
  await store.close();
  const again = build(path).store;
  expect(await again.get("k")).toEqual({ a: 1 });
  expect(await again.increment("n")).toBe(2);
});

test.each([
  ["its header", 0, 100],
  ["a page in its middle", 8_192, 4_096],
])(
  "a file damaged in %s is put aside, a fresh one serves, and an admin is told",
  async (_, at, bytes) => {
    const { path, store } = build();
    await fill(store, 300);
    await store.close();
    await overwrite(path, at, bytes);

    const { store: again, log } = build(path);
    await again.set("new", 1);
    expect(await again.get("new")).toBe(1);
    expect(await again.get("row:1")).toBeUndefined();
    expect(again.health()).toMatchObject({
      state: "degraded",
      note: expect.stringContaining(".corrupt-") as string,
    });
    expect(log.lines.find((line) => line.level === "error")?.fields).toMatchObject({
      rowsAfter: 0,
    });
    const files = readdirSync(join(path, ".."));
    expect(files.some((file) => file.startsWith("docent.db.corrupt-"))).toBe(true);
  },
);

test("the alert about a damaged file ends after an hour", async () => {
  const path = join(freshFolder(), "docent.db");
  writeFileSync(
    path,
    "this was never a database, and it is long enough to look like one".repeat(50),
  );
  const { store, clock } = build(path);
  await store.set("k", 1);
  expect(store.health().state).toBe("degraded");
  await clock.advance(HOUR + 1);
  expect(store.health()).toEqual({ state: "ok" });
});

test("a file that another process has locked fails in time, reads on, and recovers when it is free", async () => {
  const { path, store } = build();
  await store.set("k", 1);
  const holder = new DatabaseSync(path);
  holder.exec("BEGIN EXCLUSIVE");
  expect(await store.get("k")).toBe(1);
  await expect(store.set("k", 2)).rejects.toMatchObject({ code: "store-unavailable" });
  await expect(store.claim("c", { ttlMs: HOUR })).rejects.toMatchObject({
    code: "store-unavailable",
  });
  holder.exec("COMMIT");
  holder.close();
  await store.set("k", 3);
  expect(await store.get("k")).toBe(3);
});

test("a full disk fails writes and nothing else, and nothing half-written is trusted afterwards", async () => {
  const { path, store } = build();
  await fill(store, 20);
  await store.close();
  // SQLite's own limit gives the error a full disk gives, without needing one.
  const raw = new DatabaseSync(path);
  const pages = Number(raw.prepare("PRAGMA page_count").get()?.["page_count"]);
  raw.close();
  const limited = build(path);
  await limited.store.get("row:1");
  const { createSqliteFile } = await import("../../../adapters/node/sqlite-file.ts");
  const file = createSqliteFile({ path, clock: limited.clock, log: limited.log });
  file.use((database) => database.exec(`PRAGMA max_page_count = ${pages}`));
  const write = (): void =>
    file.use((database) => {
      database
        .prepare("INSERT INTO entries (key, value) VALUES (?, ?)")
        .run("big", "x".repeat(1_000_000));
    });
  expect(write).toThrow(expect.objectContaining({ code: "store-unavailable" }) as Error);
  file.close();
  expect(await limited.store.get("row:1")).toBe("x".repeat(200));
  expect(await limited.store.get("big")).toBeUndefined();
});

test("a path that cannot be opened fails each call, and works once it can", async () => {
  const folder = freshFolder();
  writeFileSync(join(folder, "in-the-way"), "");
  const { store } = build(join(folder, "in-the-way", "docent.db"));
  await expect(store.get("k")).rejects.toMatchObject({ code: "store-unavailable" });
  rmSync(join(folder, "in-the-way"));
  await store.set("k", 1);
  expect(await store.get("k")).toBe(1);
});

test.each([
  ["not JSON", "{oops"],
  ["JSON of another kind", "[1,2]"],
  ["nothing", ""],
])("a value that is %s counts as missing, is warned of, and is overwritten", async (_, text) => {
  const { path, store, log } = build();
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

test("a clock that is corrected by a day neither frees a claim nor keeps it longer", async () => {
  const { store, clock } = build();
  await store.claim("c", { ttlMs: HOUR });
  clock.jump(24 * HOUR);
  expect(await store.claim("c", { ttlMs: HOUR })).toBe(false);
  clock.jump(-48 * HOUR);
  await clock.advance(HOUR + 1);
  expect(await store.claim("c", { ttlMs: HOUR })).toBe(true);
});

test("what has expired is swept from the file after a while", async () => {
  const { path, store, clock } = build();
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
    const { store, log } = build(path);
    for (let row = 0; row < 90; row += 1) {
      expect(await store.get(`row:${round}-${row}`)).toBe("x".repeat(500));
    }
    expect(await store.increment("rows", { by: 0 })).toBeGreaterThanOrEqual((round + 1) * 90);
    expect(log.lines).toEqual([]);
    await store.close();
  }
}, 60_000);

test("a file damaged while it is open is put aside at the next call, and a fresh one serves", async () => {
  const { path, store } = build();
  await fill(store, 300);
  const raw = new DatabaseSync(path);
  raw.exec("PRAGMA wal_checkpoint(TRUNCATE)");
  raw.close();
  await overwrite(path, 0, 40_960);
  // What is cached is still read; sooner or later a damaged page is met.
  for (let row = 0; row < 300; row += 1) await store.get(`row:${row}`).catch(() => undefined);
  await store.set("new", 1);
  expect(await store.get("new")).toBe(1);
});

test("two processes that meet the same damage put it aside once", async () => {
  const path = join(freshFolder(), "docent.db");
  const first = build(path);
  const second = build(path);
  await fill(first.store, 300);
  await second.store.get("row:1");
  await overwrite(path, 0, 40_960);
  for (const { store } of [first, second]) {
    for (let row = 0; row < 300; row += 1) await store.get(`row:${row}`).catch(() => undefined);
  }
  await first.store.set("k", 1);
  expect(await second.store.get("k")).toBe(1);
});
