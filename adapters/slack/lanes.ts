import PQueue from "p-queue";
import type { Clock } from "../../src/index.ts";
import { TIMES } from "./limits.ts";

/** One queue a channel: in order, about one message a second, and only the channel that is slowed down waits. */
export interface Lanes {
  run<T>(channel: string, work: () => Promise<T>, signal?: AbortSignal): Promise<T>;
  readonly size: number;
}

export function createLanes(clock: Clock, betweenMs: number = TIMES.betweenPosts): Lanes {
  const lanes = new Map<string, { readonly queue: PQueue; freeAt: number }>();
  let sweepAt = 0;

  /** An idle lane is kept until its second is over, so that the next message still keeps the distance. */
  function sweep(): void {
    if (clock.now() < sweepAt) return;
    sweepAt = clock.now() + betweenMs;
    for (const [name, { queue, freeAt }] of lanes) {
      if (queue.size === 0 && queue.pending === 0 && freeAt <= clock.now()) lanes.delete(name);
    }
  }

  return {
    async run(channel, work, signal) {
      sweep();
      const lane = lanes.get(channel) ?? { queue: new PQueue({ concurrency: 1 }), freeAt: 0 };
      lanes.set(channel, lane);
      return lane.queue.add(
        async () => {
          const wait = lane.freeAt - clock.now();
          if (wait > 0) await clock.sleep(Math.min(wait, betweenMs), signal);
          lane.freeAt = clock.now() + betweenMs;
          return work();
        },
        signal === undefined ? {} : { signal },
      );
    },
    get size() {
      return [...lanes.values()].reduce((sum, { queue }) => sum + queue.size + queue.pending, 0);
    },
  };
}
