import { join } from "node:path";
import { DocentError } from "../../src/index.ts";
import type { Clock, Log, Metrics } from "../../src/index.ts";
import { createGuardedStore } from "./guarded-store.ts";
import { memoryRates } from "./memory-rates.ts";
import { createMemoryStore } from "./memory-store.ts";
import { createSharedRates } from "./shared-rates.ts";
import type { StoreWithRates } from "./shared-rates.ts";
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
export async function openStore(options: OpenStoreOptions): Promise<StoreWithRates> {
  const { dataDir, clock, log, metrics } = options;
  const url = options.url === "" ? undefined : options.url;
  const guard = { clock, steady: steadyClock, log, metrics };
  if (url === undefined || url.startsWith("memory:")) {
    const store =
      url === undefined
        ? createSqliteStore({ path: join(dataDir, "docent.db"), clock: steadyClock, log })
        : createMemoryStore({ clock: steadyClock });
    // Nobody shares it: a few seconds of counting need not be written down.
    return { ...createGuardedStore(store, { ...guard, embedded: true }), rates: memoryRates };
  }
  const engine = await connect(url, log);
  const store = createGuardedStore(engine, guard);
  return {
    ...store,
    rates: createSharedRates(engine.rates, { call: store.guard, log, metrics }),
  };
}

async function connect(url: string, log: Log): Promise<StoreWithRates> {
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

async function redis(url: string, log: Log): Promise<StoreWithRates> {
  const { createRedisStore } = await import("./redis-store.ts");
  return createRedisStore({ url, log });
}

async function postgres(url: string, log: Log): Promise<StoreWithRates> {
  const { createPostgresStore } = await import("./postgres-store.ts");
  return createPostgresStore({ url, log });
}
