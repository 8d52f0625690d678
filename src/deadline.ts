import { DocentError } from "./errors.ts";
import type { Clock } from "./ports.ts";

/**
 * Settles as `work` does, or rejects with `deadline-exceeded` after `ms`; then the signal given to `work` is aborted, too.
 * Work that ignores its signal goes on, but nobody waits for it.
 */
export function withDeadline<T>(
  clock: Clock,
  ms: number,
  what: string,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const deadline = new AbortController();
  const late = (error: DocentError): void => deadline.abort(error);
  return inTime(clock, ms, what, () => work(deadline.signal), late);
}

/** The same for work that cannot be told to stop; `late` is called before it is given up. */
export function inTime<T>(
  clock: Clock,
  ms: number,
  what: string,
  work: () => Promise<T>,
  late?: (error: DocentError) => void,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const callOff = clock.after(ms, () => {
      const error = new DocentError("deadline-exceeded", `${what} took longer than ${ms} ms`, {
        remedy: "Try again; if it stays so, look at the load of the machine.",
      });
      late?.(error);
      reject(error);
    });
    const fail = (error: unknown): void => {
      callOff();
      reject(error);
    };
    try {
      work().then((value) => {
        callOff();
        resolve(value);
      }, fail);
    } catch (error) {
      fail(error);
    }
  });
}
