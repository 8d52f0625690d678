import { randomFillSync } from "node:crypto";
import type { Clock, RandomId } from "../../src/index.ts";

/** Node's timers fire at once when asked to wait for longer than this. */
const LONGEST_TIMER_MS = 2_147_483_647;

/** The machine's time. Sleeping follows the monotonic timers, so a corrected clock neither shortens nor lengthens it. */
export const systemClock: Clock = {
  now: () => Date.now(),
  async sleep(ms, signal) {
    for (let left = ms; left > 0; left -= LONGEST_TIMER_MS) {
      await timer(Math.min(left, LONGEST_TIMER_MS), signal);
    }
    signal?.throwIfAborted();
  },
};

function timer(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted === true) {
      reject(reasonOf(signal));
      return;
    }
    const cancel = (): void => {
      clearTimeout(timeout);
      reject(reasonOf(signal));
    };
    const timeout = setTimeout(() => {
      signal?.removeEventListener("abort", cancel);
      resolve();
    }, ms);
    signal?.addEventListener("abort", cancel, { once: true });
  });
}

function reasonOf(signal: AbortSignal | undefined): Error {
  return signal?.reason instanceof Error ? signal.reason : new Error(String(signal?.reason));
}

const ID_BYTES = 16;
/** Asking the system costs about the same for one id as for this many. */
const pool = Buffer.alloc(ID_BYTES * 256);
let taken = pool.length;

/** 128 bits from the system's generator, as 22 characters of A-Z, a-z, 0-9, - and _. No bits are given out twice. */
export const randomId: RandomId = () => {
  if (taken === pool.length) {
    randomFillSync(pool);
    taken = 0;
  }
  taken += ID_BYTES;
  return pool.toString("base64url", taken - ID_BYTES, taken);
};
