import PQueue from "p-queue";
import type { Clock } from "./ports.ts";

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
  const queue = new PQueue({ concurrency });

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

  return {
    isFull: () => queue.size >= waiting,
    async take(work, waitsLong) {
      const turn = new AbortController();
      const told = queue.pending < concurrency ? undefined : tellWhenLong(waitsLong, turn.signal);
      return queue.add(async () => {
        turn.abort();
        await told;
        return work();
      });
    },
  };
}
