import { RateLimiterPostgres } from "rate-limiter-flexible";
import type { Rates } from "../../src/index.ts";
import { limiterOptions, rateOf } from "./memory-rates.ts";
import { RATES } from "./pooled-postgres.ts";
import type { Sql } from "./pooled-postgres.ts";

const SPEND = `
  INSERT INTO ${RATES} AS kept (key, points, expires_at)
  VALUES ($1, $2, now() + $3::float8 * interval '1 millisecond')
  ON CONFLICT (key) DO UPDATE SET
    points = CASE WHEN kept.expires_at <= now() THEN excluded.points ELSE kept.points + excluded.points END,
    expires_at = CASE WHEN kept.expires_at <= now() THEN excluded.expires_at ELSE kept.expires_at END
  RETURNING points, extract(epoch FROM expires_at - now()) * 1000 AS left_ms`;

/** What is over is of no use to anybody, and stands for somebody: so many questions later it is gone. */
const SWEEP_EVERY = 100;

/** Shared by all processes on one PostgreSQL. */
export function createPostgresRates(sql: Sql): Rates {
  return (name, allowance) =>
    rateOf(new DatabaseClockLimiter(limiterOptions(name, allowance), sql), allowance);
}

/**
 * The library compares with the clock of whichever process asks: where two disagree, or one is corrected, a window would
 * last for as long as they differ. Here it is the database's alone.
 */
class DatabaseClockLimiter extends RateLimiterPostgres {
  readonly #sql: Sql;
  #spent = 0;

  constructor(options: ReturnType<typeof limiterOptions>, sql: Sql) {
    // The tables are the store's, which also sweeps them; statements go through the override below.
    super({
      ...options,
      storeClient: {},
      storeType: "pool",
      tableName: RATES,
      tableCreated: true,
      clearExpiredByTimeout: false,
    });
    this.#sql = sql;
  }

  /** What the library calls for each question, and what it reads of its outcome. */
  async _upsert(key: string, points: number, windowMs: number) {
    this.#spent += 1;
    if (this.#spent % SWEEP_EVERY === 0) {
      await this.#sql(`DELETE FROM ${RATES} WHERE expires_at <= now()`);
    }
    const [row] = await this.#sql(SPEND, [key, points, windowMs]);
    const expire = Date.now() + Number(row?.["left_ms"]);
    return { rows: [{ points: Number(row?.["points"]), expire }] };
  }
}
