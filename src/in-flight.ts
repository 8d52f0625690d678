import type { Clock } from "./ports.ts";

/** What has been accepted and has not ended. */
export interface InFlight {
  readonly size: number;
  /** Counts the work until it settles; the promise is handed back as it is. */
  track<T>(work: Promise<T>): Promise<T>;
  /** Resolves when nothing is left, or after `ms`; says how many were left behind. */
  drain(ms: number): Promise<number>;
}

/** The counter behind every adapter's `stop`: intake ends first, then this drains, then the connection closes. */
export function createInFlight(clock: Clock): InFlight {
  const running = new Set<Promise<unknown>>();
  return {
    get size() {
      return running.size;
    },
    track(work) {
      running.add(work);
      const ended = (): void => void running.delete(work);
      work.then(ended, ended);
      return work;
    },
    async drain(ms) {
      const abort = new AbortController();
      const late = clock.sleep(ms, abort.signal).then(
        () => true,
        () => true,
      );
      let timedOut = false;
      void late.then(() => (timedOut = true));
      while (running.size > 0 && !timedOut) {
        await Promise.race([late, Promise.allSettled(running)]);
        // What settled takes itself out in its `finally`, one turn later.
        await Promise.resolve();
      }
      abort.abort();
      return running.size;
    },
  };
}
