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

/** A thread takes half a second to start and to rehearse: that is over before the next build, and does not compete with this one. */
const REFILL_MS = 5_000;

export function openThreadStock({ clock, first, ...options }: StockOptions): ThreadStock {
  const closing = new AbortController();
  let refilling = false;
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

  async function refill(): Promise<void> {
    if (refilling) return;
    refilling = true;
    await clock.sleep(REFILL_MS, closing.signal);
    refilling = false;
    spare ??= openSpare(startWorker({ ...options, rehearses: true }));
  }

  return {
    take() {
      const thread = spare ?? open();
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
