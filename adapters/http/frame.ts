import type { MiddlewareHandler } from "hono";
import { matchedRoutes } from "hono/route";
import { createNextTurn } from "./next-turn.ts";
import { SECURITY_HEADERS } from "./security-headers.ts";
import type { WebContext, WebEnv } from "./web-env.ts";
import type { WebParts } from "./web-parts.ts";

/** What is around every request: a trace to find it by, the headers of every response, a count and a line in the log. */
export function createFrame({
  clock,
  randomId,
  metrics,
  log,
}: Pick<WebParts, "clock" | "randomId" | "metrics" | "log">): MiddlewareHandler<WebEnv> {
  const nextTurn = createNextTurn();

  return async (c, next) => {
    const startedAt = clock.now();
    const trace = randomId().slice(0, 12);
    c.set("trace", trace);
    try {
      await next();
    } finally {
      if (!c.get("complete")) setHeaders(c);
    }
    const ms = clock.now() - startedAt;
    const route = routeOf(c);
    const status = `${Math.floor(c.res.status / 100)}xx`;
    metrics.count("http_requests_total", { route, status });
    metrics.observe("http_request_seconds", ms / 1_000, { route });
    log.debug({ trace, route, status, ms }, "a request");
    await nextTurn();
  };
}

/** Set on Node's response, which costs a third of what it does through hono; what a handler sets replaces it. */
function setHeaders(c: WebContext): void {
  const { outgoing } = c.env;
  for (const name in SECURITY_HEADERS) outgoing.setHeader(name, SECURITY_HEADERS[name] ?? "");
  outgoing.setHeader("docent-trace", c.get("trace"));
}

/**
 * JSON that is kept nowhere, with all of its headers: they stay the plain object that Node writes out at once. For what is
 * asked for most; everywhere else the frame sets what is missing.
 */
export function completeJson(c: WebContext, body: string): Response {
  c.set("complete", true);
  const headers = {
    ...SECURITY_HEADERS,
    "docent-trace": c.get("trace"),
    "content-type": "application/json",
    "cache-control": "no-store",
  };
  return new Response(body, { headers });
}

/** The route as it was written, never the address as it came: labels are few, and free of what people type. */
function routeOf(c: WebContext): string {
  const route = matchedRoutes(c).findLast(({ path }) => path !== "*" && path !== "/*");
  return route?.path ?? "none";
}
