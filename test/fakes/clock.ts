import type { Clock } from "../../src/index.ts";

/** A clock that only moves when it is told to. */
export interface FakeClock extends Clock {
  /** Moves time on, waking what sleeps in order; lets pending promises run in between. */
  advance(ms: number): Promise<void>;
  /** Sets the time without waking anybody: a clock that was corrected. */
  jump(ms: number): void;
  /** The same time without the jumps. */
  readonly steady: Pick<Clock, "now">;
  readonly sleeping: number;
}

interface Sleeper {
  readonly wakeAt: number;
  readonly wake: () => void;
}

/** Starts on a day in November 2026. Sleep is counted apart from the time of day, as timers are. */
export function createFakeClock(start = Date.UTC(2026, 10, 20, 12)): FakeClock {
  let elapsed = 0;
  let shift = 0;
  const sleepers = new Set<Sleeper>();

  function after(ms: number, act: () => void): () => void {
    const sleeper: Sleeper = {
      wakeAt: elapsed + ms,
      wake: () => {
        sleepers.delete(sleeper);
        act();
      },
    };
    sleepers.add(sleeper);
    return () => void sleepers.delete(sleeper);
  }

  return {
    now: () => start + elapsed + shift,
    steady: { now: () => start + elapsed },
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted === true) {
          reject(signal.reason as Error);
          return;
        }
        const cancel = (): void => {
          callOff();
          reject(signal?.reason as Error);
        };
        const callOff = after(ms, () => {
          signal?.removeEventListener("abort", cancel);
          resolve();
        });
        signal?.addEventListener("abort", cancel, { once: true });
      }),
    after,
    async advance(ms) {
      const until = elapsed + ms;
      await settle();
      for (;;) {
        const due = [...sleepers].filter((one) => one.wakeAt <= until);
        const next = due.sort((a, b) => a.wakeAt - b.wakeAt)[0];
        if (next === undefined) break;
        elapsed = Math.max(elapsed, next.wakeAt);
        next.wake();
        await settle();
      }
      elapsed = until;
      await settle();
    },
    jump(ms) {
      shift += ms;
    },
    get sleeping() {
      return sleepers.size;
    },
  };
}

/** Lets everything run that only waits for promises. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) {
    await new Promise((resolve) => setImmediate(resolve));
  }
}
