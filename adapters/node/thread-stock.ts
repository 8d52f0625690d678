import type { Clock } from "../../src/index.ts";
import { snapshotThread } from "./snapshot-thread.ts";
import type { SnapshotThread } from "./snapshot-thread.ts";
import { startWorker } from "./start-worker.ts";
import type { StartedWorker, WorkerOptions } from "./start-worker.ts";

/** Threads to build snapshots in, one of them always started and waiting. */
export interface ThreadStock {
  take(): SnapshotThread;
  close(): Promise<void>;
}

export interface StockOptions extends WorkerOptions {
  readonly clock: Clock;
  /** Started before this was read; one is started now where there is none. */
  readonly first?: StartedWorker;
}

/**
 * A thread takes half a second to start and to rehearse. That is over before the next build, and competes with none: it is
 * begun when no more than one thread is at work. A third one beside two would also leave its share of memory behind.
 */
const REFILL_MS = 5_000;

export function openThreadStock({ clock, first, ...options }: StockOptions): ThreadStock {
  const closing = new AbortController();
  let refilling = false;
  /** Threads that were taken and have not ended: one that answers, and during a reload one that builds. */
  let atWork = 0;
  let spare: SnapshotThread | undefined = openSpare(first);

  function open({ worker, memoryMb } = startWorker(options)): SnapshotThread {
    return snapshotThread(worker, memoryMb);
  }

  function openSpare(started?: StartedWorker): SnapshotThread {
    const thread = open(started);
    void thread.lost.then(() => {
      if (spare === thread) spare = undefined;
    });
    return thread;
  }

  /** Counts a thread until it has ended. */
  function lend(thread: SnapshotThread): SnapshotThread {
    let counted = true;
    const over = (): void => {
      if (counted) atWork -= 1;
      counted = false;
    };
    atWork += 1;
    void thread.lost.then(over);
    return {
      ...thread,
      async end() {
        await thread.end();
        over();
      },
    };
  }

  async function refill(): Promise<void> {
    if (refilling) return;
    refilling = true;
    do await clock.sleep(REFILL_MS, closing.signal);
    while (atWork > 1);
    refilling = false;
    spare ??= openSpare(startWorker({ ...options, rehearses: true }));
  }

  return {
    take() {
      const thread = lend(spare ?? open());
      spare = undefined;
      // Ends early only when the stock is closed.
      refill().catch(() => undefined);
      return thread;
    },
    async close() {
      closing.abort();
      await spare?.end();
    },
  };
}
