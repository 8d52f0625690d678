import { mkdtempSync, rmSync } from "node:fs";
import { open } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { createSqliteStore } from "../../adapters/node/sqlite-store.ts";
import type { Store } from "../../src/index.ts";
import { createFakeClock } from "../fakes/clock.ts";
import { createRecordingLog } from "../fakes/recorders.ts";

/** A folder that is gone after the test. */
export function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "docent-sqlite-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A store in a file of its own, or in the one of another. */
export function openSqlite(path = join(freshFolder(), "docent.db")) {
  const clock = createFakeClock();
  const log = createRecordingLog();
  const store = createSqliteStore({ path, clock: clock.steady, log });
  onTestFinished(() => store.close());
  return { path, clock, log, store };
}

/** Several pages of the file. */
export async function fill(store: Store, rows: number): Promise<void> {
  for (let row = 0; row < rows; row += 1) await store.set(`row:${row}`, "x".repeat(200));
}

/** What a broken disk leaves. */
export async function overwrite(path: string, position: number, bytes: number): Promise<void> {
  const file = await open(path, "r+");
  await file.write(Buffer.alloc(bytes, 0xa5), 0, bytes, position);
  await file.close();
}
