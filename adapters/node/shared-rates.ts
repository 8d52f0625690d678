import type { Log, Metrics, Rates, Store } from "../../src/index.ts";
import type { Breaker } from "./breaker.ts";
import { memoryRates } from "./memory-rates.ts";

/** A store, and what is counted on the same engine. */
export interface StoreWithRates extends Store {
  readonly rates: Rates;
}

/**
 * Rates that never hold anybody up: where the engine behind them fails, or the breaker that guards it is open, this process
 * counts by itself.
 */
export function createSharedRates(
  shared: Rates,
  {
    call,
    log,
    metrics,
  }: {
    readonly call: Breaker["call"];
    readonly log: Log;
    readonly metrics: Metrics;
  },
): Rates {
  return (name, allowance) => {
    const everywhere = shared(name, allowance);
    const here = memoryRates(name, allowance);
    return async (key) => {
      try {
        return await call("rate", () => everywhere(key));
      } catch (error) {
        metrics.count("store_fallbacks_total", { operation: "rate" });
        log.debug({ error }, "a rate is counted by this process only");
        return here(key);
      }
    };
  };
}
