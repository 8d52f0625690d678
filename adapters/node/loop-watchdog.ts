import type { Clock, Health, Log, Metrics } from "../../src/index.ts";

/** Notices when the process stood still: everything else in it waits for the same event loop. */
export interface LoopWatchdog {
  readonly name: "process";
  health(): Health;
  /** Looks until the signal. Never rejects. */
  watch(signal: AbortSignal): Promise<void>;
}

export interface LoopWatchdogParts {
  readonly clock: Pick<Clock, "sleep">;
  /** Monotonic: a clock that is corrected is no standstill. */
  readonly steady: Pick<Clock, "now">;
  readonly log: Log;
  readonly metrics: Metrics;
}

/** A look costs nothing; a standstill is told of this much after its end at most. */
const EVERY_MS = 500;
/** Longer than a garbage collection, or another program's turn on a busy machine. */
const STALL_MS = 1_000;
/** Platforms give up on whom they do not hear for a few seconds: then something is really wrong. */
const GRAVE_MS = 3_000;
/** For so long after a grave one nobody new is sent here: it seldom stays alone. */
const AVOIDED_MS = 15_000;

export function createLoopWatchdog(parts: LoopWatchdogParts): LoopWatchdog {
  const { clock, steady, log, metrics } = parts;
  let grave: { readonly endedAt: number; readonly ms: number } | undefined;

  function notice(ms: number): void {
    metrics.count("event_loop_stalls_total");
    metrics.observe("event_loop_stall_seconds", ms / 1_000);
    log.warn({ ms }, "the process stood still: something held up its event loop");
    if (ms >= GRAVE_MS) grave = { endedAt: steady.now(), ms };
  }

  return {
    name: "process",
    health() {
      if (grave === undefined || steady.now() - grave.endedAt >= AVOIDED_MS) return { state: "ok" };
      const seconds = (grave.ms / 1_000).toFixed(1);
      const note = `It stood still for ${seconds} s just now: look for memory and other programs on the machine`;
      return { state: "failed", note };
    },
    async watch(signal) {
      while (!signal.aborted) {
        const before = steady.now();
        // Ends early only by the signal, which ends the loop.
        await clock.sleep(EVERY_MS, signal).catch(() => undefined);
        const late = steady.now() - before - EVERY_MS;
        if (!signal.aborted && late >= STALL_MS) notice(late);
      }
    },
  };
}
