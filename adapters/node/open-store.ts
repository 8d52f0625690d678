import { join } from "node:path";
import { DocentError } from "../../src/index.ts";
import type { Clock, Log, Metrics, Store } from "../../src/index.ts";
import { createGuardedStore } from "./guarded-store.ts";
import { createMemoryStore } from "./memory-store.ts";
import { createSqliteStore } from "./sqlite-store.ts";
import { steadyClock } from "./steady-clock.ts";

export interface OpenStoreOptions {
  /** `STORE_URL`; without one a file in `dataDir`. */
  readonly url?: string | undefined;
  readonly dataDir: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Metrics;
}

/**
 * The store a configuration asks for, guarded. Resolves at once: one that cannot be reached yet is degraded, not an error.
 * The libraries of the others are not read.
 */
export async function openStore(options: OpenStoreOptions): Promise<Store> {
  const { dataDir, clock, log, metrics } = options;
  const url = options.url === "" ? undefined : options.url;
  const store =
    url === undefined
      ? createSqliteStore({ path: join(dataDir, "docent.db"), clock: steadyClock, log })
      : await choose(url, log);
  const embedded = url === undefined || url.startsWith("memory:");
  return createGuardedStore(store, { clock, steady: steadyClock, log, metrics, embedded });
}

async function choose(url: string, log: Log): Promise<Store> {
  const scheme = url.slice(0, Math.max(0, url.indexOf(":")));
  switch (scheme) {
    case "redis":
    case "rediss":
      return redis(url, log);
    case "valkey":
    case "valkeys":
      return redis(url.replace("valkey", "redis"), log);
    case "postgres":
    case "postgresql":
      return postgres(url, log);
    case "memory":
      return createMemoryStore({ clock: steadyClock });
    default:
      // Without the rest of it: a password may stand there.
      throw new DocentError(
        "config-invalid",
        `STORE_URL begins with "${scheme}", which is no store`,
        {
          remedy:
            "Use redis://…, rediss://…, postgres://… or memory:, or leave it out for a file in DATA_DIR.",
        },
      );
  }
}

async function redis(url: string, log: Log): Promise<Store> {
  const { createRedisStore } = await import("./redis-store.ts");
  return createRedisStore({ url, log });
}

async function postgres(url: string, log: Log): Promise<Store> {
  const { createPostgresStore } = await import("./postgres-store.ts");
  return createPostgresStore({ url, log });
}
