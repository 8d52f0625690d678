import { KeyvPostgres } from "@keyv/postgres";
import type { StoredData } from "keyv";
import type { Pool } from "pg";

/** Runs SQL once the tables are there, making them first where they are not. */
export type Sql = (
  text: string,
  values?: readonly unknown[],
) => Promise<readonly Readonly<Record<string, unknown>>[]>;

export const ENTRIES = "docent_entries";
export const COUNTERS = "docent_counters";
export const RATES = "docent_rates";

/** Keys in byte order, so that a prefix is a range of the index whatever the database's language. */
const SCHEMA = `
  CREATE TABLE IF NOT EXISTS ${ENTRIES} (
    key text COLLATE "C" PRIMARY KEY, value text NOT NULL, expires_at timestamptz
  );
  CREATE INDEX IF NOT EXISTS ${ENTRIES}_by_expiry ON ${ENTRIES} (expires_at);
  CREATE TABLE IF NOT EXISTS ${COUNTERS} (
    key text COLLATE "C" PRIMARY KEY, count bigint NOT NULL, expires_at timestamptz
  );
  CREATE TABLE IF NOT EXISTS ${RATES} (
    key text COLLATE "C" PRIMARY KEY, points integer NOT NULL, expires_at timestamptz NOT NULL
  );
`;

/** Any number will do as long as it is ours: two replicas that start at once make the tables one after the other. */
const SCHEMA_LOCK = 7_366_310;

export function createSql(pool: Pool): Sql {
  let ready: Promise<void> | undefined;

  async function makeTables(): Promise<void> {
    const client = await pool.connect();
    try {
      await client.query(`BEGIN; SELECT pg_advisory_xact_lock(${SCHEMA_LOCK}); ${SCHEMA} COMMIT;`);
    } finally {
      client.release();
    }
  }

  async function tables(): Promise<void> {
    ready ??= makeTables();
    try {
      await ready;
    } catch (error) {
      ready = undefined; // The database may come later: the next call tries again.
      throw error;
    }
  }

  return async (text, values = []) => {
    await tables();
    try {
      const { rows } = await pool.query<Record<string, unknown>>(text, [...values]);
      return rows;
    } catch (error) {
      // Dropped by somebody: the next call makes them again.
      if (isUndefinedTable(error)) ready = undefined;
      throw error;
    }
  };
}

function isUndefinedTable(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "42P01";
}

/**
 * @keyv/postgres on a pool of ours, with expiry by the database's clock. Its own pool is one for the whole process, and
 * an idle connection that breaks in it ends the process, because nobody can listen to its errors.
 */
export class PooledKeyvPostgres extends KeyvPostgres {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    super({ table: ENTRIES });
    this.#sql = sql;
  }

  /** Called by the constructor above before there is anything to run on: all statements go through the overrides below. */
  override async connect(): Promise<() => Promise<never[]>> {
    return async () => [];
  }

  override async get<Value>(key: string): Promise<StoredData<Value> | undefined> {
    const rows = await this.#sql(
      `SELECT value FROM ${ENTRIES} WHERE key = $1 AND (expires_at IS NULL OR expires_at > now())`,
      [key],
    );
    // Keyv hands texts to its `deserialize`; its types do not know that.
    return rows[0]?.["value"] as StoredData<Value> | undefined;
  }

  override async set(key: string, value: string, ttlMs?: number): Promise<void> {
    await this.#sql(
      `INSERT INTO ${ENTRIES} (key, value, expires_at)
       VALUES ($1, $2, now() + $3::float8 * interval '1 millisecond')
       ON CONFLICT (key) DO UPDATE SET value = excluded.value, expires_at = excluded.expires_at`,
      [key, value, ttlMs ?? null],
    );
  }

  override async delete(key: string): Promise<boolean> {
    const rows = await this.#sql(
      `DELETE FROM ${ENTRIES} WHERE key = $1
       RETURNING expires_at IS NULL OR expires_at > now() AS live`,
      [key],
    );
    return rows[0]?.["live"] === true;
  }
}
