import { randomFillSync } from "node:crypto";
import type { Clock, RandomId } from "../../src/index.ts";

/** Node's timers fire at once when asked to wait for longer than this. */
const LONGEST_TIMER_MS = 2_147_483_647;

/** The machine's time. Sleeping follows the monotonic timers, so a corrected clock neither shortens nor lengthens it. */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (ms, signal) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted === true) {
        reject(reasonOf(signal));
        return;
      }
      const cancel = (): void => {
        callOff();
        reject(reasonOf(signal));
      };
      const callOff = after(ms, () => {
        signal?.removeEventListener("abort", cancel);
        resolve();
      });
      signal?.addEventListener("abort", cancel, { once: true });
    }),
  after,
};

/** In as many timers as it takes, one after the other. */
function after(ms: number, act: () => void): () => void {
  let left = ms;
  let timeout = setTimeout(next, Math.min(left, LONGEST_TIMER_MS));
  function next(): void {
    left -= LONGEST_TIMER_MS;
    if (left > 0) timeout = setTimeout(next, Math.min(left, LONGEST_TIMER_MS));
    else act();
  }
  return () => clearTimeout(timeout);
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
