import { createSqliteStore } from "../../adapters/node/sqlite-store.ts";
import { steadyClock } from "../../adapters/node/steady-clock.ts";

/** Writes numbered rows into the file it is given, and prints each number once it is written. To be killed. */
const path = process.argv[2] ?? "";
const quiet = { debug() {}, info() {}, warn() {}, error() {} };
const store = createSqliteStore({ path, clock: steadyClock, log: quiet });
const round = process.argv[3] ?? "0";
for (let row = 0; ; row += 1) {
  await store.set(`row:${round}-${row}`, "x".repeat(500));
  await store.increment("rows");
  process.stdout.write(`${row}\n`);
}
