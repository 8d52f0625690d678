import type { Clock } from "./ports.ts";

/** One queue a channel: one call after the other, and only the channel that is slowed down waits. */
export interface Lanes {
  run<T>(channel: string, work: () => Promise<T>, signal?: AbortSignal): Promise<T>;
}

interface Lane {
  /** Settles when everything that was asked for so far has ended. */
  tail: Promise<unknown>;
  queued: number;
  freeAt: number;
}

/** `betweenMs`: the distance that the platform wants between two of them; 0 where it says so by itself. */
export function createLanes(clock: Clock, betweenMs: number): Lanes {
  const lanes = new Map<string, Lane>();
  let sweepAt = 0;

  /** An idle lane is kept until its time is over, so that the next message still keeps the distance. */
  function sweep(): void {
    if (clock.now() < sweepAt) return;
    sweepAt = clock.now() + betweenMs;
    for (const [name, { queued, freeAt }] of lanes) {
      if (queued === 0 && freeAt <= clock.now()) lanes.delete(name);
    }
  }

  function laneOf(channel: string): Lane {
    const lane = lanes.get(channel) ?? { tail: Promise.resolve(), queued: 0, freeAt: 0 };
    lanes.set(channel, lane);
    return lane;
  }

  return {
    async run(channel, work, signal) {
      sweep();
      const lane = laneOf(channel);
      const before = lane.tail;
      const { promise, resolve } = Promise.withResolvers<void>();
      lane.tail = promise;
      lane.queued += 1;
      try {
        await before;
        const wait = lane.freeAt - clock.now();
        if (wait > 0) await clock.sleep(Math.min(wait, betweenMs), signal);
        signal?.throwIfAborted();
        lane.freeAt = clock.now() + betweenMs;
        return await work();
      } finally {
        lane.queued -= 1;
        resolve();
      }
    },
  };
}
