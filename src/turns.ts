import type { Clock } from "./ports.ts";

const BEGUN = new Error("its turn came");

/** So much at once, so much waiting, and no more. */
export interface Turns {
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

  async function tellWhenLong(
    waitsLong: () => Promise<unknown>,
    begun: AbortSignal,
  ): Promise<void> {
    try {
      await clock.sleep(longMs, begun);
    } catch {
      return; // Its turn came before: that is how a cancelled sleep ends.
    }
    await waitsLong();
  }

  /** Resolves with what is still being told. */
  async function queued(waitsLong: () => Promise<unknown>): Promise<{ told: Promise<void> }> {
    const begun = new AbortController();
    const told = tellWhenLong(waitsLong, begun.signal);
    await new Promise<void>((resolve) => void queue.push(resolve));
    begun.abort(BEGUN);
    return { told };
  }

  return {
    isFull: () => queue.length >= waiting,
    async take(work, waitsLong) {
      const free = taken < concurrency;
      if (free) taken += 1;
      const waited = free ? undefined : await queued(waitsLong);
      try {
        await waited?.told;
        return await work();
      } finally {
        const next = queue.shift();
        if (next === undefined) taken -= 1;
        else next();
      }
    },
  };
}
