import type { Clock } from "../../src/index.ts";

/** So many at once, then one each `everyMs`: what keeps a flapping connection from becoming a storm. */
export interface Budget {
  /** Takes one now if there is one. */
  readonly take: () => boolean;
  /** Milliseconds until there is one again; 0 where there is one now. */
  readonly waitMs: () => number;
}

export function createBudget(clock: Clock, burst: number, everyMs: number): Budget {
  let left = burst;
  let since = clock.now();
  function refill(): void {
    const grown = Math.floor((clock.now() - since) / everyMs);
    if (grown <= 0) return;
    left = Math.min(burst, left + grown);
    since += grown * everyMs;
    if (left === burst) since = clock.now();
  }
  return {
    take() {
      refill();
      if (left <= 0) return false;
      left -= 1;
      return true;
    },
    waitMs() {
      refill();
      return left > 0 ? 0 : Math.max(1, since + everyMs - clock.now());
    },
  };
}

/** Five connections at once, then one a minute. */
export const OPENINGS = { burst: 5, everyMs: 60_000 };

/**
 * Of each shard's 1,000 identifies a day, after which Discord ends all sessions and resets the token, at most 18 in an
 * hour are used.
 */
const IDENTIFIES = { burst: 5, everyMs: 270_000 };

/** Waits until this shard may identify again; rejects with the signal's reason when it closed meanwhile. */
export function createIdentifyBudget(
  clock: Clock,
): (shard: number, signal: AbortSignal) => Promise<void> {
  const shards = new Map<number, Budget>();
  return async (shard, signal) => {
    const budget = shards.get(shard) ?? createBudget(clock, IDENTIFIES.burst, IDENTIFIES.everyMs);
    shards.set(shard, budget);
    while (!budget.take()) await clock.sleep(budget.waitMs(), signal);
  };
}
