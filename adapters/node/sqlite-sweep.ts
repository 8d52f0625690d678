import type { Clock } from "../../src/index.ts";
import type { SqliteFile } from "./sqlite-file.ts";

/**
 * Takes expired rows away, a stretch of each table at a time and round again. An index by expiry would find them at once,
 * and cost every write a third more.
 */
export function createSqliteSweep(
  file: SqliteFile,
  clock: Pick<Clock, "now">,
  rows: number,
): () => void {
  const reached = new Map([
    ["entries", ""],
    ["counters", ""],
  ]);
  return () => {
    file.use((_, prepared) => {
      for (const [table, from] of reached) {
        const end = prepared(
          `SELECT key FROM ${table} WHERE key > ? ORDER BY key LIMIT 1 OFFSET ${rows - 1}`,
        ).get(from)?.["key"];
        const to = typeof end === "string" ? end : undefined;
        if (to === undefined) {
          prepared(`DELETE FROM ${table} WHERE key > ? AND expires_at <= ?`).run(from, clock.now());
        } else {
          prepared(`DELETE FROM ${table} WHERE key > ? AND key <= ? AND expires_at <= ?`).run(
            from,
            to,
            clock.now(),
          );
        }
        reached.set(table, to ?? "");
      }
    });
  };
}
