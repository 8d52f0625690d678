import type { Clock, Log, Store } from "../../src/index.ts";
import { createKeyvStore } from "./keyv-store.ts";
import { NodeSqliteKeyv, SET } from "./node-sqlite-keyv.ts";
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
const HELD = "SELECT value FROM entries WHERE key = ?";
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

/** The default: one file in WAL mode, shared by processes on one machine. Nothing is opened before the first call. */
export function createSqliteStore({ path, clock, log }: SqliteStoreOptions): Store {
  const file = createSqliteFile({ path, clock, log });
  const sweep = createSqliteSweep(file, clock, SWEEP_ROWS);
  let written = 0;

  /** A write; those that make rows which expire are what sweeps are counted by. */
  function write<T>(work: Work<T>): T {
    written += 1;
    if (written % SWEEP_EVERY === 0) sweep();
    return file.use(work);
  }
  /** Whether it changed anything. */
  const change = (sql: string, ...values: readonly (string | number)[]): boolean =>
    write((_, prepared) => Number(prepared(sql).run(...values).changes) > 0);

  return createKeyvStore(
    new NodeSqliteKeyv(file, clock),
    {
      async insert(key, text, ttlMs) {
        const now = clock.now();
        return change(INSERT, key, text, now + ttlMs, now);
      },
      insertAll: async (keys, text, ttlMs, beside) =>
        write((database, prepared) => {
          const now = clock.now();
          prepared("BEGIN IMMEDIATE").run();
          try {
            for (const key of keys) {
              if (Number(prepared(TAKE).run(key, text, now + ttlMs, now).changes) > 0) continue;
              return { key, text: String(prepared(HELD).get(key)?.["value"]) };
            }
            if (beside !== undefined)
              prepared(SET).run(beside.key, beside.text, now + beside.ttlMs);
            prepared("COMMIT").run();
            return undefined;
          } finally {
            // Held, or failed; on a full disk SQLite may have rolled back already.
            if (database.isTransaction) database.exec("ROLLBACK");
          }
        }),
      replace: async (key, old, text, ttlMs) =>
        change(REPLACE, text, clock.now() + ttlMs, key, old),
      async add(key, by, ttlMs) {
        const now = clock.now();
        const expiresAt = ttlMs === undefined ? null : now + ttlMs;
        const row = write((_, prepared) => prepared(ADD).get({ key, by, expiresAt, now }));
        return Number(row?.["count"]);
      },
      removeCounter: async (key) => change(REMOVE_COUNTER, key),
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
        file.close();
      },
    },
    log,
  );
}
