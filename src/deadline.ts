import { DocentError } from "./errors.ts";
import type { Clock } from "./ports.ts";

const ENDED = new Error("the work ended first");

/**
 * Settles as `work` does, or rejects with `deadline-exceeded` after `ms`; then the signal given to `work` is aborted, too.
 * Work that ignores its signal goes on, but nobody waits for it.
 */
export async function withDeadline<T>(
  clock: Clock,
  ms: number,
  what: string,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const deadline = new AbortController();
  const ended = new AbortController();
  const late = clock.sleep(ms, ended.signal).then(() => {
    const error = new DocentError("deadline-exceeded", `${what} took longer than ${ms} ms`, {
      remedy: "Try again; if it stays so, look at the load of the machine.",
    });
    deadline.abort(error);
    throw error;
  });
  // When the work is first, the sleep is cancelled and rejects: nobody is left to hear it.
  late.catch(() => undefined);
  try {
    return await Promise.race([work(deadline.signal), late]);
  } finally {
    ended.abort(ENDED); // without a reason each abort builds an exception with its stack
  }
}
