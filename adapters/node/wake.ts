/** Node's timers fire at once when asked to wait for longer than this. */
const LONGEST_TIMER_MS = 2_147_483_647;

/** Calls `act` after `ms`, in as many timers as it takes, one after the other; what it gives back calls that off. */
export function wake(ms: number, act: () => void): () => void {
  let left = ms;
  let timeout = setTimeout(next, Math.min(left, LONGEST_TIMER_MS));
  function next(): void {
    left -= LONGEST_TIMER_MS;
    if (left > 0) timeout = setTimeout(next, Math.min(left, LONGEST_TIMER_MS));
    else act();
  }
  return () => clearTimeout(timeout);
}
