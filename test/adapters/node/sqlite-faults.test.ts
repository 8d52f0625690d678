import { readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { createSqliteFile } from "../../../adapters/node/sqlite-file.ts";
import { fill, freshFolder, openSqlite, overwrite } from "../../support/sqlite-files.ts";

const HOUR = 3_600_000;

test.each([
  ["its header", 0, 100],
  ["a page in its middle", 8_192, 4_096],
])(
  "fault 71: a file damaged in %s is put aside, a fresh one serves, and an admin is told",
  async (_, at, bytes) => {
    const { path, store } = openSqlite();
    await fill(store, 300);
    await store.close();
    await overwrite(path, at, bytes);

    const { store: again, log } = openSqlite(path);
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
  const { store, clock } = openSqlite(path);
  await store.set("k", 1);
  expect(store.health().state).toBe("degraded");
  await clock.advance(HOUR + 1);
  expect(store.health()).toEqual({ state: "ok" });
});

test("fault 72: a file that another process has locked fails in time, reads on, and recovers when it is free", async () => {
  const { path, store } = openSqlite();
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

test("fault 70: a full disk fails writes and nothing else, and nothing half-written is trusted afterwards", async () => {
  const { path, store } = openSqlite();
  await fill(store, 20);
  await store.close();
  // SQLite's own limit gives the error a full disk gives, without needing one.
  const raw = new DatabaseSync(path);
  const pages = Number(raw.prepare("PRAGMA page_count").get()?.["page_count"]);
  raw.close();
  const limited = openSqlite(path);
  await limited.store.get("row:1");
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
  const { store } = openSqlite(join(folder, "in-the-way", "docent.db"));
  await expect(store.get("k")).rejects.toMatchObject({ code: "store-unavailable" });
  rmSync(join(folder, "in-the-way"));
  await store.set("k", 1);
  expect(await store.get("k")).toBe(1);
});

test("a file damaged while it is open is put aside at the next call, and a fresh one serves", async () => {
  const { path, store } = openSqlite();
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
  const first = openSqlite(path);
  const second = openSqlite(path);
  await fill(first.store, 300);
  await second.store.get("row:1");
  await overwrite(path, 0, 40_960);
  for (const { store } of [first, second]) {
    for (let row = 0; row < 300; row += 1) await store.get(`row:${row}`).catch(() => undefined);
  }
  await first.store.set("k", 1);
  expect(await second.store.get("k")).toBe(1);
});
