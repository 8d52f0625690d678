import type { Clock } from "../../src/index.ts";

/**
 * Epoch milliseconds that only ever pass: set once when the process starts, then counted monotonically. Expiry follows
 * it, so that a machine whose clock is corrected by an hour neither forgets what it has answered nor keeps it for ever.
 */
export const steadyClock: Pick<Clock, "now"> = {
  now: () => Math.round(performance.timeOrigin + performance.now()),
};
