import { explain } from "./errors.ts";
import type { Log, Metrics } from "./ports.ts";

/** Runs what an answer can do without: a failure is counted and logged, and `instead` takes its place. */
export type BestEffort = <T>(what: string, instead: T, work: () => Promise<T>) => Promise<T>;

export function createBestEffort(log: Log, metrics: Metrics): BestEffort {
  return async (what, instead, work) => {
    try {
      return await work();
    } catch (error) {
      metrics.count("skipped_total", { what });
      // At debug level: the guarded store reports an outage once, and this would repeat it per question.
      log.debug({ what, error: explain(error) }, "skipped because the store failed");
      return instead;
    }
  };
}
