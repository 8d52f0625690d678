import type { Clock } from "../../src/index.ts";

/** It never changes, and asking for it costs as much as asking for the time. */
const startedAt = performance.timeOrigin;

/**
 * Epoch milliseconds that only ever pass: set once when the process starts, then counted monotonically. Expiry follows
 * it, so that a machine whose clock is corrected by an hour neither forgets what it has answered nor keeps it for ever.
 */
export const steadyClock: Pick<Clock, "now"> = {
  now: () => Math.round(startedAt + performance.now()),
};
