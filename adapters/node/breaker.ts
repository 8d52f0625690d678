import { DocentError, explain, withDeadline } from "../../src/index.ts";
import type { Clock, Log, Metrics } from "../../src/index.ts";

/** Lets calls through until some in a row fail; then none but one from time to time, until that succeeds. */
export interface Breaker {
  /** Rejects with `store-unavailable`: at once when open, within the time limit otherwise, where there is one. */
  call<T>(operation: string, work: () => Promise<T>): Promise<T>;
  /** What is wrong; undefined while calls go through. */
  problem(): string | undefined;
  close(): void;
}

export interface BreakerOptions {
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Metrics;
  /** Absent: what is called settles by itself, and no timer is wound up for it. */
  readonly limitMs?: number | undefined;
  /** So many failures in a row open it. */
  readonly failures: number;
  /** How long it stays open before it tries again. */
  readonly pauseMs: number;
}

type State = "closed" | "open" | "half-open";

export function createBreaker(options: BreakerOptions): Breaker {
  const { clock, log, metrics, limitMs, failures, pauseMs } = options;
  const closing = new AbortController();
  let state: State = "closed";
  let inARow = 0;
  let last: unknown;

  function unavailable(cause: unknown): DocentError {
    const known = cause instanceof DocentError;
    const why = known ? cause.message : explain(cause);
    const look = known ? cause.remedy : "Look at the machine it runs on.";
    return new DocentError("store-unavailable", `The store does not answer: ${why}`, {
      remedy: `${look} Docent goes on and finds it again by itself.`,
      cause,
    });
  }

  function failed(operation: string, error: unknown): void {
    metrics.count("store_failures_total", { operation });
    last = error;
    inARow += 1;
    if (state === "closed" && inARow < failures) return;
    if (state === "closed")
      log.error({ reason: explain(error) }, "the store failed and is left alone for a while");
    state = "open";
    // A sleep, not a time of day: a corrected clock neither shortens nor lengthens it.
    clock.sleep(pauseMs, closing.signal).then(
      () => (state = "half-open"),
      () => undefined,
    );
  }

  function succeeded(): void {
    inARow = 0;
    if (state !== "closed") log.info({}, "the store answers again");
    state = "closed";
  }

  return {
    async call(operation, work) {
      if (state === "open") throw unavailable(last);
      // One goes ahead to see; the others are refused until it is back.
      const ahead = state === "half-open";
      if (ahead) state = "open";
      const startedAt = clock.now();
      try {
        const outcome = await (limitMs === undefined
          ? work()
          : withDeadline(clock, limitMs, "The store", work));
        if (state === "closed" || ahead) succeeded();
        return outcome;
      } catch (error) {
        if (state === "closed" || ahead) failed(operation, error);
        throw unavailable(error);
      } finally {
        metrics.observe("store_seconds", (clock.now() - startedAt) / 1_000, { operation });
      }
    },
    problem: () => (state === "closed" ? undefined : explain(last)),
    close: () => closing.abort(),
  };
}
