import { Pool } from "pg";
import { explain } from "../../src/index.ts";
import type { Log } from "../../src/index.ts";
import { createKeyvStore } from "./keyv-store.ts";
import { COUNTERS, createSql, ENTRIES, PooledKeyvPostgres } from "./pooled-postgres.ts";
import { createPostgresRates } from "./postgres-rates.ts";
import type { StoreWithRates } from "./shared-rates.ts";

export interface PostgresStoreOptions {
  /** `postgres://user:password@host:5432/database`; `?sslmode=require` for TLS. */
  readonly url: string;
  readonly log: Log;
}

const CONNECTIONS = 8;
/** The guard gives up after 250 ms; the database should, too, soon after. */
const STATEMENT_MS = 1_000;
/** Counted here, where a standstill of ours or a burst that waits for a free connection must not pass for an outage. */
const WAIT_MS = 5_000;
const PAGE = 500;
const SWEEP_EVERY = 1_000;

/** All the keys and what is beside them, or, by a division that fails, nothing. */
const TAKE_ALL = `
  WITH taken AS (
    INSERT INTO ${ENTRIES} AS kept (key, value, expires_at)
    SELECT key, $2, now() + $3::float8 * interval '1 millisecond' FROM unnest($1::text[]) AS key
    ORDER BY key
    ON CONFLICT (key) DO UPDATE SET value = excluded.value, expires_at = excluded.expires_at
      WHERE kept.expires_at <= now() OR kept.value = excluded.value
    RETURNING 1
  ), beside AS (
    INSERT INTO ${ENTRIES} (key, value, expires_at)
    SELECT $4::text, $5::text, now() + $6::float8 * interval '1 millisecond' WHERE $4::text IS NOT NULL
    ON CONFLICT (key) DO UPDATE SET value = excluded.value, expires_at = excluded.expires_at
  )
  SELECT 1 / (CASE WHEN count(*) = cardinality($1::text[]) THEN 1 ELSE 0 END) FROM taken`;
const HELD = `SELECT key, value FROM ${ENTRIES}
  WHERE key = ANY ($1::text[]) AND value <> $2 AND (expires_at IS NULL OR expires_at > now()) LIMIT 1`;

function isUndone(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "22012"; // division by zero
}

/** For several replicas where a PostgreSQL is there already. Three tables, made on first use; time is the database's. */
export function createPostgresStore({ url, log }: PostgresStoreOptions): StoreWithRates {
  const pool = new Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: WAIT_MS,
    statement_timeout: STATEMENT_MS,
    query_timeout: WAIT_MS,
    keepAlive: true,
    application_name: "docent",
    allowExitOnIdle: true,
  });
  let problem: string | undefined;
  const failed = (error: unknown): void => {
    const text = explain(error);
    if (text !== problem) log.warn({ error: text }, "PostgreSQL does not answer");
    problem = text;
  };
  // An idle connection that breaks is reported here and nowhere else.
  pool.on("error", failed);
  const answered = (): void => {
    if (problem !== undefined) log.info({}, "PostgreSQL answers again");
    problem = undefined;
  };

  const run = createSql(pool);
  const sql: typeof run = async (text, values) => {
    try {
      const rows = await run(text, values);
      answered();
      return rows;
    } catch (error) {
      // A statement that undid itself was answered.
      if (isUndone(error)) answered();
      else failed(error);
      throw error;
    }
  };
  const adapter = new PooledKeyvPostgres(sql);
  let writes = 0;

  async function sweep(): Promise<void> {
    writes += 1;
    if (writes % SWEEP_EVERY !== 0) return;
    for (const table of [ENTRIES, COUNTERS])
      await sql(`DELETE FROM ${table} WHERE expires_at <= now()`);
  }
  /** False: the statement undid itself, because a key was held. */
  async function takesAll(take: () => Promise<unknown>): Promise<boolean> {
    try {
      await take();
      return true;
    } catch (error) {
      if (isUndone(error)) return false;
      throw error;
    }
  }
  const later = "now() + $3::float8 * interval '1 millisecond'";

  const store = createKeyvStore(
    adapter,
    {
      async insert(key, text, ttlMs) {
        await sweep();
        const fresh = await sql(
          `INSERT INTO ${ENTRIES} AS kept (key, value, expires_at) VALUES ($1, $2, ${later})
           ON CONFLICT (key) DO NOTHING RETURNING 1`,
          [key, text, ttlMs],
        );
        if (fresh.length > 0) return true;
        // Where only an expired row stood in the way, it is taken over by whoever updates it first.
        const expired = await sql(
          `UPDATE ${ENTRIES} SET value = $2, expires_at = ${later}
           WHERE key = $1 AND expires_at <= now() RETURNING 1`,
          [key, text, ttlMs],
        );
        return expired.length > 0;
      },
      async insertAll(keys, text, ttlMs, beside) {
        await sweep();
        const also = [beside?.key ?? null, beside?.text ?? null, beside?.ttlMs ?? null];
        for (;;) {
          if (await takesAll(() => sql(TAKE_ALL, [keys, text, ttlMs, ...also]))) return undefined;
          const [held] = await sql(HELD, [keys, text]);
          if (held !== undefined) return { key: String(held["key"]), text: String(held["value"]) };
          // Free again by now.
        }
      },
      async replace(key, old, text, ttlMs) {
        const rows = await sql(
          `UPDATE ${ENTRIES} SET value = $2, expires_at = ${later}
           WHERE key = $1 AND value = $4 RETURNING 1`,
          [key, text, ttlMs, old],
        );
        return rows.length > 0;
      },
      async add(key, by, ttlMs) {
        await sweep();
        const rows = await sql(
          `INSERT INTO ${COUNTERS} AS kept (key, count, expires_at) VALUES ($1, $2, ${later})
           ON CONFLICT (key) DO UPDATE SET
             count = CASE WHEN kept.expires_at <= now() THEN excluded.count ELSE kept.count + excluded.count END,
             expires_at = CASE WHEN kept.expires_at <= now() THEN excluded.expires_at ELSE kept.expires_at END
           RETURNING count`,
          [key, by, ttlMs ?? null],
        );
        return Number(rows[0]?.["count"]);
      },
      removeCounter: async (key) =>
        (await sql(`DELETE FROM ${COUNTERS} WHERE key = $1 RETURNING 1`, [key])).length > 0,
      async *scan(prefix) {
        let from = prefix;
        let first = true;
        for (;;) {
          const rows = await sql(
            `SELECT key, value FROM ${ENTRIES}
             WHERE key ${first ? ">=" : ">"} $1 AND key < $2 || chr(1114111)
               AND (expires_at IS NULL OR expires_at > now())
             ORDER BY key LIMIT ${PAGE}`,
            [from, prefix],
          );
          for (const row of rows) {
            from = String(row["key"]);
            yield [from, String(row["value"])] as const;
          }
          if (rows.length < PAGE) return;
          first = false;
        }
      },
      health: () =>
        problem === undefined
          ? { state: "ok" }
          : { state: "degraded", note: `PostgreSQL does not answer: ${problem}` },
      close: () => pool.end(),
    },
    log,
  );
  return { ...store, rates: createPostgresRates(sql) };
}
