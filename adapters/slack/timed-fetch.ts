import { DocentError } from "../../src/index.ts";
import type { Clock } from "../../src/index.ts";
import { createExchange } from "./exchange.ts";

/** Statuses that a `Response` with content cannot have. */
const BODILESS = new Set([204, 205, 304]);

/** An exchange as the `fetch` that Bolt's clients take: posts texts, and is bounded in time. */
export function createTimedFetch(clock: Clock, ms: number): typeof fetch {
  const exchange = createExchange(clock, ms);
  return async (input, { headers, body } = {}) => {
    if (body !== undefined && body !== null && typeof body !== "string") {
      throw new DocentError("platform-refused", "Only texts can be sent to Slack", {
        remedy: "Send what is not text in another way.",
      });
    }
    const reply = await exchange(new URL(input instanceof Request ? input.url : input), {
      headers: Object.fromEntries(new Headers(headers)),
      body: body ?? "",
    });
    const { status, statusText, text } = reply;
    const listed = Object.entries(reply.headers).map(([name, value]): [string, string] => [
      name,
      String(value),
    ]);
    return new Response(BODILESS.has(status) ? null : text, {
      status,
      statusText,
      headers: listed,
    });
  };
}
