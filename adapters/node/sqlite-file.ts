import { existsSync, renameSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { StatementSync } from "node:sqlite";
import { DocentError, explain } from "../../src/index.ts";
import type { Clock, Health, Log } from "../../src/index.ts";
import { makeFolder } from "./make-folder.ts";

/** What is done with the open file; `prepared` compiles each text once. */
export type Work<T> = (database: DatabaseSync, prepared: (sql: string) => StatementSync) => T;

/** The file, opened when first needed and again when it had to be put aside. */
export interface SqliteFile {
  /** Throws `store-unavailable`; the next call tries again. */
  use<T>(work: Work<T>): T;
  health(): Health;
  close(): void;
}

const OPENING_MS = 2_000;
/** Calls are synchronous: whoever waits for a lock holds up everybody. */
const WAITING_MS = 100;
const ALERT_MS = 60 * 60_000;
const CORRUPT = 11;
const NOT_A_DATABASE = 26;

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS entries (
    key TEXT PRIMARY KEY, value TEXT NOT NULL, expires_at INTEGER
  ) STRICT, WITHOUT ROWID;
  DROP INDEX IF EXISTS entries_by_expiry;
  CREATE TABLE IF NOT EXISTS counters (
    key TEXT PRIMARY KEY, count INTEGER NOT NULL, expires_at INTEGER
  ) STRICT, WITHOUT ROWID;
`;

export function createSqliteFile({
  path,
  clock,
  log,
}: {
  readonly path: string;
  readonly clock: Pick<Clock, "now">;
  readonly log: Log;
}): SqliteFile {
  let database: DatabaseSync | undefined;
  const statements = new Map<string, StatementSync>();
  let alert: { readonly note: string; readonly at: number } | undefined;
  let closed = false;

  function open(): DatabaseSync {
    makeFolder(dirname(path));
    // The busy timeout comes with opening: set later, switching to WAL beside another process fails as "locked".
    const opened = new DatabaseSync(path, { timeout: OPENING_MS });
    try {
      opened.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;");
      // Who asked to be forgotten shall not be found in the file's unused parts, nor in what its journal held long ago.
      opened.exec("PRAGMA secure_delete = ON; PRAGMA journal_size_limit = 0;");
      opened.exec(SCHEMA);
      const check = opened.prepare("PRAGMA quick_check(1)").get();
      if (check?.["quick_check"] !== "ok") throw new CorruptError(String(check?.["quick_check"]));
      opened.exec(`PRAGMA busy_timeout = ${WAITING_MS}`);
      return opened;
    } catch (error) {
      opened.close();
      throw error;
    }
  }

  /** Moves the file and its journal out of the way: evidence for the operator, and never trusted again. */
  function quarantine(error: unknown): void {
    const rows = countRows(path);
    const aside = `${path}.corrupt-${new Date(clock.now()).toISOString().replaceAll(/[:.]/gu, "-")}`;
    renameSync(path, aside);
    for (const suffix of ["-wal", "-shm"]) {
      if (existsSync(path + suffix)) renameSync(path + suffix, aside + suffix);
    }
    const note = `The store was damaged and began anew; the old file is ${aside}`;
    alert = { note, at: clock.now() };
    log.error(
      { aside, rowsBefore: rows ?? "unreadable", rowsAfter: 0, error: explain(error) },
      note,
    );
  }

  function shut(): void {
    statements.clear();
    database?.close();
    database = undefined;
  }

  function reopenAfter(damage: unknown): DatabaseSync {
    shut();
    try {
      // Another process may have put the damaged file aside already: then this one is fresh, and stays.
      return open();
    } catch (error) {
      if (!isDamage(error)) throw error;
      quarantine(damage);
      return open();
    }
  }

  function run<T>(opened: DatabaseSync, work: Work<T>): T {
    return work(opened, (sql) => {
      const known = statements.get(sql);
      if (known !== undefined) return known;
      const statement = opened.prepare(sql);
      statements.set(sql, statement);
      return statement;
    });
  }

  function attempt<T>(work: Work<T>): T {
    try {
      database ??= open();
      return run(database, work);
    } catch (error) {
      if (!isDamage(error)) throw error;
      database = reopenAfter(error);
      return run(database, work);
    }
  }

  return {
    use(work) {
      try {
        if (closed) throw new Error("it is closed");
        return attempt(work);
      } catch (error) {
        throw new DocentError("store-unavailable", `The store ${path} failed: ${explain(error)}`, {
          remedy:
            "Look whether the disk is full, the file writable, and no other program locks it.",
          cause: error,
        });
      }
    },
    health: () =>
      alert !== undefined && clock.now() - alert.at < ALERT_MS
        ? { state: "degraded", note: alert.note }
        : { state: "ok" },
    close() {
      closed = true;
      shut();
    },
  };
}

/** What `quick_check` found, in SQLite's words. */
class CorruptError extends Error {
  readonly errcode = CORRUPT;
}

function isDamage(error: unknown): boolean {
  if (!(error instanceof Error) || !("errcode" in error)) return false;
  // The low byte is the primary code; the rest tells which page or index.
  const primary = Number(error.errcode) & 0xff;
  return primary === CORRUPT || primary === NOT_A_DATABASE;
}

/** How much is lost, where that can still be read. */
function countRows(path: string): number | undefined {
  let damaged: DatabaseSync | undefined;
  try {
    damaged = new DatabaseSync(path, { readOnly: true });
    return Number(damaged.prepare("SELECT count(*) AS rows FROM entries").get()?.["rows"]);
  } catch {
    return undefined;
  } finally {
    damaged?.close();
  }
}
