import type { Clock } from "../../src/index.ts";
import { ENDED } from "./ended.ts";

/**
 * `fetch` with a bound on the whole exchange, body included: a server that sends its headers and then nothing is as hung as
 * one that sends nothing.
 */
export function createTimedFetch(clock: Clock, ms: number): typeof fetch {
  return async (input, init) => {
    const late = new AbortController();
    const done = new AbortController();
    clock.sleep(ms, done.signal).then(
      () => late.abort(new Error(`no answer within ${ms} ms`)),
      () => undefined,
    );
    try {
      const response = await fetch(input, { ...init, signal: late.signal });
      const body = await response.arrayBuffer();
      return new Response(body, {
        status: response.status,
        statusText: response.statusText,
        headers: response.headers,
      });
    } finally {
      done.abort(ENDED);
    }
  };
}
