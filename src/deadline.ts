import { DocentError } from "./errors.ts";
import type { Clock } from "./ports.ts";

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
  const { promise: late, reject } = Promise.withResolvers<never>();
  const callOff = clock.after(ms, () => {
    const error = new DocentError("deadline-exceeded", `${what} took longer than ${ms} ms`, {
      remedy: "Try again; if it stays so, look at the load of the machine.",
    });
    deadline.abort(error);
    reject(error);
  });
  try {
    return await Promise.race([work(deadline.signal), late]);
  } finally {
    callOff();
  }
}
