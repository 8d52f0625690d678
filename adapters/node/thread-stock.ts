import { totalmem } from "node:os";
import type { Clock } from "../../src/index.ts";
import { openThread } from "./snapshot-thread.ts";
import type { SnapshotThread } from "./snapshot-thread.ts";

/** Threads to build snapshots in, one of them always started and waiting. */
export interface ThreadStock {
  take(): SnapshotThread;
  close(): Promise<void>;
}

export interface StockOptions {
  readonly clock: Clock;
  /** What runs in the thread; Docent's own by default. */
  readonly entry?: URL;
  /** Of one thread; two of them may be at work at a time. */
  readonly memoryMb?: number;
}

/** A thread takes a tenth of a second to start: that is over before the next build, and does not compete with this one. */
const REFILL_MS = 5_000;

/** Starts the first thread at once: call it as early in the process as can be, before anything else is read. */
export function openThreadStock(options: StockOptions): ThreadStock {
  const { clock, memoryMb = defaultMemoryMb() } = options;
  const { entry = new URL("./snapshot-entry.ts", import.meta.url) } = options;
  const closing = new AbortController();
  let refilling = false;
  let spare: SnapshotThread | undefined = openSpare();

  function openSpare(): SnapshotThread {
    const thread = openThread({ entry, memoryMb });
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
    spare ??= openSpare();
  }

  return {
    take() {
      const thread = spare ?? openThread({ entry, memoryMb });
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

/**
 * Two snapshots stand side by side during a reload, beside all else: four tenths of what the machine or the container has,
 * and not more than 4 GB each, which is enough for 40,000 pages.
 */
function defaultMemoryMb(): number {
  const bytes = process.constrainedMemory() || totalmem();
  const megabytes = Math.min(bytes, totalmem()) / 1_048_576;
  return Math.min(4_096, Math.max(192, Math.floor(megabytes * 0.4)));
}
