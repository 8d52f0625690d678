/** Runs one at a time; whoever asks meanwhile shares the one run that comes next. */
export type Coalesced<Request, Result> = (request: Request) => Promise<Result>;

interface Waiting<Request, Result> {
  request: Request;
  readonly result: Promise<Result>;
}

/**
 * Of many requests at once, one runs and at most one waits: what is asked for during a run may be about something that
 * the run has not seen, so it is not that run's to answer. `merge` says what two waiting requests come to.
 */
export function coalesce<Request, Result>(
  run: (request: Request) => Promise<Result>,
  merge: (one: Request, other: Request) => Request,
): Coalesced<Request, Result> {
  let running: Promise<unknown> | undefined;
  let waiting: Waiting<Request, Result> | undefined;

  function start(request: Request): Promise<Result> {
    const result = run(request);
    const ended = result
      .then(
        () => undefined,
        () => undefined,
      )
      .then(() => {
        if (running === ended) running = undefined;
      });
    running = ended;
    return result;
  }

  return (request) => {
    if (waiting !== undefined) {
      waiting.request = merge(waiting.request, request);
      return waiting.result;
    }
    if (running === undefined) return start(request);
    const next: Waiting<Request, Result> = {
      request,
      result: running.then(() => {
        waiting = undefined;
        return start(next.request);
      }),
    };
    waiting = next;
    return next.result;
  };
}
