import type { Clock, Log, Store } from "../../src/index.ts";
import { createKeyvStore } from "./keyv-store.ts";
import { NodeSqliteKeyv, SET } from "./node-sqlite-keyv.ts";
import { createSqliteBatch } from "./sqlite-batch.ts";
import { createSqliteFile } from "./sqlite-file.ts";
import type { Work } from "./sqlite-file.ts";
import { createSqliteSweep } from "./sqlite-sweep.ts";

export interface SqliteStoreOptions {
  readonly path: string;
  /** What expiry is counted by; a steady one. */
  readonly clock: Pick<Clock, "now">;
  readonly log: Log;
}

const PAGE = 500;
/** So many writes between two sweeps, and so many rows of each table looked at in one: a millisecond, and never a stall. */
const SWEEP_EVERY = 100;
const SWEEP_ROWS = 500;

const INSERT = `INSERT INTO entries (key, value, expires_at) VALUES (?, ?, ?)
  ON CONFLICT (key) DO UPDATE SET value = excluded.value, expires_at = excluded.expires_at
  WHERE entries.expires_at <= ?`;
const TAKE = `INSERT INTO entries (key, value, expires_at) VALUES (?, ?, ?)
  ON CONFLICT (key) DO UPDATE SET value = excluded.value, expires_at = excluded.expires_at
  WHERE entries.expires_at <= ? OR entries.value = excluded.value`;
const HELD = `SELECT value FROM entries
  WHERE key = ? AND (expires_at IS NULL OR expires_at > ?) AND value <> ?`;
const REPLACE = "UPDATE entries SET value = ?, expires_at = ? WHERE key = ? AND value = ?";
const ADD = `INSERT INTO counters (key, count, expires_at) VALUES ($key, $by, $expiresAt)
  ON CONFLICT (key) DO UPDATE SET
    count = CASE WHEN expires_at <= $now THEN excluded.count ELSE count + excluded.count END,
    expires_at = CASE WHEN expires_at <= $now THEN excluded.expires_at ELSE expires_at END
  RETURNING count`;
const REMOVE_COUNTER = "DELETE FROM counters WHERE key = ?";
const SCAN_FROM = `SELECT key, value FROM entries WHERE key >= ? AND (expires_at IS NULL OR expires_at > ?)
  ORDER BY key LIMIT ${PAGE}`;
const SCAN_ON = SCAN_FROM.replace(">=", ">");

/**
 * The default: one file in WAL mode, shared by processes on one machine. Nothing is opened before the first call. What is
 * written in one turn of the event loop is written together.
 */
export function createSqliteStore({ path, clock, log }: SqliteStoreOptions): Store {
  const file = createSqliteFile({ path, clock, log });
  const batch = createSqliteBatch(file);
  const sweep = createSqliteSweep(file, clock, SWEEP_ROWS);
  let written = 0;

  /** Those writes that make rows which expire are what sweeps are counted by. */
  function write<T>(work: Work<T>, several?: boolean): Promise<T> {
    written += 1;
    if (written % SWEEP_EVERY === 0) sweep();
    return batch.write(work, several);
  }
  /** Whether it changed anything. */
  const change = (sql: string, ...values: readonly (string | number)[]): Promise<boolean> =>
    write((_, prepared) => Number(prepared(sql).run(...values).changes) > 0);

  return createKeyvStore(
    new NodeSqliteKeyv(file, batch, clock),
    {
      insert(key, text, ttlMs) {
        const now = clock.now();
        return change(INSERT, key, text, now + ttlMs, now);
      },
      insertAll: (keys, text, ttlMs, beside) =>
        write((_, prepared) => {
          const now = clock.now();
          const take = (key: string): boolean =>
            Number(prepared(TAKE).run(key, text, now + ttlMs, now).changes) > 0;
          // Most have one. Several are looked at first, so that nothing has to be undone: nobody else writes meanwhile.
          if (keys.length !== 1 || !keys.every(take)) {
            for (const key of keys) {
              const held = prepared(HELD).get(key, now, text)?.["value"];
              if (held !== undefined) return { key, text: String(held) };
            }
            for (const key of keys) take(key);
          }
          if (beside !== undefined) prepared(SET).run(beside.key, beside.text, now + beside.ttlMs);
          return undefined;
        }, true),
      replace: (key, old, text, ttlMs) => change(REPLACE, text, clock.now() + ttlMs, key, old),
      async add(key, by, ttlMs) {
        const now = clock.now();
        const expiresAt = ttlMs === undefined ? null : now + ttlMs;
        const row = await write((_, prepared) => prepared(ADD).get({ key, by, expiresAt, now }));
        return Number(row?.["count"]);
      },
      removeCounter: (key) => change(REMOVE_COUNTER, key),
      async *scan(prefix) {
        let from = prefix;
        for (let scan = SCAN_FROM; ; scan = SCAN_ON) {
          const rows = file.use((_, prepared) => prepared(scan).all(from, clock.now()));
          for (const row of rows) {
            const key = String(row["key"]);
            if (!key.startsWith(prefix)) return;
            yield [key, String(row["value"])] as const;
            from = key;
          }
          if (rows.length < PAGE) return;
        }
      },
      health: () => file.health(),
      async close() {
        batch.flush();
        file.close();
      },
    },
    log,
  );
}
