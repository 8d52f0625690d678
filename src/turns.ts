import type { Clock } from "./ports.ts";

/** So much at once, so much waiting, and no more. */
export interface Turns {
  /** How many wait for their turn. */
  readonly waiting: number;
  /** No room to wait: refuse. */
  isFull(): boolean;
  /** Runs the work when its turn comes. `waitsLong` is called once if that takes a while, and ends before the work begins. */
  take<T>(work: () => Promise<T>, waitsLong: () => Promise<unknown>): Promise<T>;
}

export function createTurns({
  clock,
  concurrency,
  waiting,
  longMs,
}: {
  readonly clock: Clock;
  readonly concurrency: number;
  readonly waiting: number;
  readonly longMs: number;
}): Turns {
  /** Each is called when the turn of somebody who ended is handed on to it. */
  const queue: (() => void)[] = [];
  let taken = 0;

  /** Resolves when the turn has come, with what is still being told. */
  async function queued(waitsLong: () => Promise<unknown>): Promise<{ told?: Promise<unknown> }> {
    const wait: { told?: Promise<unknown> } = {};
    const callOff = clock.after(longMs, () => {
      wait.told = waitsLong();
    });
    await new Promise<void>((resolve) => void queue.push(resolve));
    callOff();
    return wait;
  }

  return {
    get waiting() {
      return queue.length;
    },
    isFull: () => queue.length >= waiting,
    async take(work, waitsLong) {
      const free = taken < concurrency;
      if (free) taken += 1;
      const waited = free ? undefined : await queued(waitsLong);
      try {
        if (waited !== undefined) await waited.told;
        return await work();
      } finally {
        const next = queue.shift();
        if (next === undefined) taken -= 1;
        else next();
      }
    },
  };
}
