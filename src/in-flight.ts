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
  let running = 0;
  /** Called when nothing is left. */
  let wake: (() => void)[] = [];

  function ended(): void {
    running -= 1;
    if (running > 0) return;
    for (const resolve of wake) resolve();
    wake = [];
  }

  return {
    get size() {
      return running;
    },
    track(work) {
      running += 1;
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
      while (running > 0 && !timedOut) {
        await Promise.race([late, new Promise<void>((resolve) => void wake.push(resolve))]);
      }
      abort.abort();
      return running;
    },
  };
}
