import { withDeadline } from "../../src/index.ts";
import type { Clock, DocentError } from "../../src/index.ts";
import { snapshotThread } from "./snapshot-thread.ts";
import type { SnapshotThread } from "./snapshot-thread.ts";
import { startWorker } from "./start-worker.ts";
import type { StartedWorker, WorkerOptions } from "./start-worker.ts";

/** Threads to build snapshots in, one of them always started and waiting. */
export interface ThreadStock {
  take(): LentThread;
  close(): Promise<void>;
}

/** A thread for one snapshot. */
export interface LentThread extends Omit<SnapshotThread, "forget" | "whenLost"> {
  /** Resolves with the reason when the thread has ended without being told to. */
  readonly lost: Promise<DocentError>;
  /**
   * It is well and nobody waits for it: it builds the next snapshot, sooner than a new thread would, for V8 has compiled
   * all that it needs. The memory of two threads is then all there ever is.
   */
  giveBack(): Promise<void>;
}

export interface StockOptions extends WorkerOptions {
  readonly clock: Clock;
  /** Started before this was read; one is started now where there is none. */
  readonly first?: StartedWorker;
}

/**
 * A thread takes half a second to start and to rehearse. That is over before the next build, and competes with none: it is
 * begun when no more than one thread is at work.
 */
const REFILL_MS = 5_000;
/** To forget is to collect a gigabyte of garbage at the most. */
const FORGET_MS = 30_000;

export function openThreadStock({ clock, first, ...options }: StockOptions): ThreadStock {
  const closing = new AbortController();
  let refilling = false;
  /** Threads that were taken and have not come to an end: one that answers, and during a reload one that builds. */
  let atWork = 0;
  let spare: SnapshotThread | undefined;

  function open({ worker, memoryMb } = startWorker(options)): SnapshotThread {
    return snapshotThread(worker, memoryMb);
  }

  function keep(thread: SnapshotThread): void {
    spare = thread;
    thread.whenLost(() => {
      if (spare === thread) spare = undefined;
    });
  }

  function lend(thread: SnapshotThread): LentThread {
    const lost = Promise.withResolvers<DocentError>();
    let counted = true;
    const over = (): void => {
      if (counted) atWork -= 1;
      counted = false;
    };
    const end = async (): Promise<void> => {
      await thread.end();
      over();
    };
    const isWanted = (): boolean => spare === undefined && !closing.signal.aborted;

    atWork += 1;
    thread.whenLost((error) => {
      over();
      lost.resolve(error);
    });
    return {
      build: (message) => thread.build(message),
      ask: (method, args) => thread.ask(method, args),
      lost: lost.promise,
      end,
      async giveBack() {
        let forgotten = false;
        if (isWanted()) {
          forgotten = await withDeadline(clock, FORGET_MS, "Forgetting", () =>
            thread.forget(),
          ).then(
            () => true,
            // It was lost, or is as good as lost.
            () => false,
          );
        }
        if (forgotten && isWanted()) {
          over();
          keep(thread);
        } else {
          await end();
        }
      },
    };
  }

  async function refill(): Promise<void> {
    if (refilling) return;
    refilling = true;
    do await clock.sleep(REFILL_MS, closing.signal);
    while (atWork > 1);
    refilling = false;
    if (spare === undefined) keep(open(startWorker({ ...options, rehearses: true })));
  }

  keep(open(first));
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
