import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { fill, openSqlite } from "../../support/sqlite-files.ts";

const CANARY = "UCANARYTOBEFORGOTTEN";

/** Everything that the file's folder holds, as bytes. */
function bytesBeside(path: string): string {
  const folder = dirname(path);
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), "latin1"))
    .join("");
}

test("what was deleted is in no byte of the file once it is closed", async () => {
  const { path, store } = openSqlite();
  for (let row = 0; row < 50; row += 1) await store.set(`${CANARY}:${row}`, { text: CANARY });
  await fill(store, 100);
  for (let row = 0; row < 50; row += 1) await store.delete(`${CANARY}:${row}`);
  await store.close();
  expect(bytesBeside(path).includes(CANARY)).toBe(false);
});

test("nor while it serves, once its journal has begun anew", async () => {
  const { path, store } = openSqlite();
  await store.set("k", CANARY);
  await store.delete("k");
  // SQLite writes a thousand pages into its journal before it begins anew.
  await fill(store, 2_500);
  expect(bytesBeside(path).includes(CANARY)).toBe(false);
});
