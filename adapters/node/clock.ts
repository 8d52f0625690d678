import { randomFillSync } from "node:crypto";
import { deadline } from "./deadline.ts";
import { wake } from "./wake.ts";
import type { Clock, RandomId } from "../../src/index.ts";

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
      const callOff = wake(ms, () => {
        signal?.removeEventListener("abort", cancel);
        resolve();
      });
      signal?.addEventListener("abort", cancel, { once: true });
    }),
  after: deadline,
};

function reasonOf(signal: AbortSignal | undefined): Error {
  return signal?.reason instanceof Error ? signal.reason : new Error(String(signal?.reason));
}

/** 16 would do; from 18 each id begins with a letter of its own. */
const ID_BYTES = 18;
const ID_LETTERS = 22;
/** Of what 18 bytes are written as; the last two are not used. */
const LETTERS = 24;
/** Asking the system, and writing down what it gives, costs about the same for one id as for this many. */
const pool = Buffer.alloc(ID_BYTES * 256);
let letters = "";
let taken = 0;

/** 128 bits from the system's generator, as 22 characters of A-Z, a-z, 0-9, - and _. No bits are given out twice. */
export const randomId: RandomId = () => {
  if (taken === letters.length) {
    letters = randomFillSync(pool).toString("base64url");
    taken = 0;
  }
  const id = letters.slice(taken, taken + ID_LETTERS);
  taken += LETTERS;
  return id;
};
