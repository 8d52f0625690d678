import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { openStore } from "../../../adapters/node/open-store.ts";
import type { Store } from "../../../src/index.ts";
import { createFakeClock } from "../../fakes/clock.ts";
import { createCountingMetrics, createRecordingLog } from "../../fakes/recorders.ts";

const folder = mkdtempSync(join(tmpdir(), "docent-open-"));
const opened: Store[] = [];
afterEach(async () => {
  for (const store of opened.splice(0)) await store.close();
  rmSync(folder, { recursive: true, force: true });
});

async function open(url?: string): Promise<Store> {
  const store = await openStore({
    url,
    dataDir: join(folder, "data"),
    clock: createFakeClock(),
    log: createRecordingLog(),
    metrics: createCountingMetrics(),
  });
  opened.push(store);
  return store;
}

test("without a URL the store is a file in the data folder, which is made", async () => {
  const store = await open();
  await store.set("k", 1);
  expect(await store.get("k")).toBe(1);
  expect(existsSync(join(folder, "data", "docent.db"))).toBe(true);
});

test("a memory store leaves no file", async () => {
  const store = await open("memory:");
  await store.set("k", 1);
  expect(await store.get("k")).toBe(1);
  expect(existsSync(folder)).toBe(false);
});

test.each([
  "redis://127.0.0.1:1",
  "rediss://127.0.0.1:1",
  "valkey://127.0.0.1:1",
  "postgres://docent@127.0.0.1:1/x",
  "postgresql://docent@127.0.0.1:1/x",
])("%s, not there yet, opens degraded and still gives claims", async (url) => {
  const store = await open(url);
  expect(await store.claim("c", { ttlMs: 1_000 })).toBe(true);
  expect(await store.claim("c", { ttlMs: 1_000 })).toBe(false);
  await expect(store.get("k")).rejects.toMatchObject({ code: "store-unavailable" });
  expect(store.health()).toMatchObject({ state: "degraded" });
});

test("an address of no store is refused without showing the rest of it", async () => {
  const refusal = await open("mysql://root:hunter2@db").catch((error: unknown) => String(error));
  expect(refusal).toMatch(/"mysql"/u);
  expect(refusal).not.toMatch(/hunter2/u);
});
