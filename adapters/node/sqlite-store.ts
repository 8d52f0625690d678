import type { Clock, Log, Store } from "../../src/index.ts";
import { createKeyvStore } from "./keyv-store.ts";
import { NodeSqliteKeyv } from "./node-sqlite-keyv.ts";
import { createSqliteFile } from "./sqlite-file.ts";

export interface SqliteStoreOptions {
  readonly path: string;
  /** What expiry is counted by; a steady one. */
  readonly clock: Pick<Clock, "now">;
  readonly log: Log;
}

const PAGE = 500;
/** So many writes between two sweeps of what has expired, and so many rows a sweep. */
const SWEEP_EVERY = 1_000;
const SWEEP_ROWS = 2_000;

/** The default: one file in WAL mode, shared by processes on one machine. Nothing is opened before the first call. */
export function createSqliteStore({ path, clock, log }: SqliteStoreOptions): Store {
  const file = createSqliteFile({ path, clock, log });
  let writes = 0;

  function sweep(): void {
    writes += 1;
    if (writes % SWEEP_EVERY !== 1) return;
    file.use((database) => {
      for (const table of ["entries", "counters"]) {
        database
          .prepare(
            `DELETE FROM ${table} WHERE key IN
             (SELECT key FROM ${table} WHERE expires_at <= ? LIMIT ${SWEEP_ROWS})`,
          )
          .run(clock.now());
      }
    });
  }

  return createKeyvStore(
    new NodeSqliteKeyv(file, clock),
    {
      async insert(key, text, ttlMs) {
        sweep();
        const now = clock.now();
        const { changes } = file.use((database) =>
          database
            .prepare(
              `INSERT INTO entries (key, value, expires_at) VALUES (?, ?, ?)
               ON CONFLICT (key) DO UPDATE SET value = excluded.value, expires_at = excluded.expires_at
               WHERE entries.expires_at <= ?`,
            )
            .run(key, text, now + ttlMs, now),
        );
        return Number(changes) > 0;
      },
      async replace(key, old, text, ttlMs) {
        const { changes } = file.use((database) =>
          database
            .prepare("UPDATE entries SET value = ?, expires_at = ? WHERE key = ? AND value = ?")
            .run(text, clock.now() + ttlMs, key, old),
        );
        return Number(changes) > 0;
      },
      async add(key, by, ttlMs) {
        sweep();
        const now = clock.now();
        const row = file.use((database) =>
          database
            .prepare(
              `INSERT INTO counters (key, count, expires_at) VALUES ($key, $by, $expiresAt)
               ON CONFLICT (key) DO UPDATE SET
                 count = CASE WHEN expires_at <= $now THEN excluded.count ELSE count + excluded.count END,
                 expires_at = CASE WHEN expires_at <= $now THEN excluded.expires_at ELSE expires_at END
               RETURNING count`,
            )
            .get({ key, by, expiresAt: ttlMs === undefined ? null : now + ttlMs, now }),
        );
        return Number(row?.["count"]);
      },
      async removeCounter(key) {
        const { changes } = file.use((database) =>
          database.prepare("DELETE FROM counters WHERE key = ?").run(key),
        );
        return Number(changes) > 0;
      },
      async *scan(prefix) {
        let from = prefix;
        let first = true;
        for (;;) {
          const rows = file.use((database) =>
            database
              .prepare(
                `SELECT key, value FROM entries WHERE key ${first ? ">=" : ">"} ?
                 AND (expires_at IS NULL OR expires_at > ?) ORDER BY key LIMIT ${PAGE}`,
              )
              .all(from, clock.now()),
          );
          for (const row of rows) {
            const key = String(row["key"]);
            if (!key.startsWith(prefix)) return;
            yield [key, String(row["value"])] as const;
            from = key;
          }
          if (rows.length < PAGE) return;
          first = false;
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
