import { percentile } from "./percentile.ts";

const EVERY_MS = 5;

export interface LoopLag {
  /** Since the last call: how late this thread's timers were, in ms. */
  take(): {
    readonly p50: number;
    readonly p99: number;
    readonly most: number;
    /** The most this thread itself has worked between two timers: the lag that is its own fault, not the machine's. */
    readonly own: number;
  };
  stop(): void;
}

/** Measures how late a timer fires that should fire every 5 ms: what anything else in this thread has to wait, too. */
export function measureLoopLag(): LoopLag {
  let late: number[] = [];
  let due = performance.now() + EVERY_MS;
  let worked = cpuMs();
  let own = 0;
  const timer = setInterval(() => {
    const now = performance.now();
    late.push(Math.max(0, now - due));
    due = now + EVERY_MS;
    const sofar = cpuMs();
    own = Math.max(own, sofar - worked);
    worked = sofar;
  }, EVERY_MS);
  return {
    take() {
      const sorted = late.sort((a, b) => a - b);
      late = [];
      const most = own;
      own = 0;
      return {
        own: most,
        p50: percentile(sorted, 0.5),
        p99: percentile(sorted, 0.99),
        most: sorted.at(-1) ?? 0,
      };
    },
    stop: () => clearInterval(timer),
  };
}

function cpuMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}
