import { createServer } from "node:http";
import type { Server } from "node:http";
import { getRequestListener } from "@hono/node-server";
import type { Hono } from "hono";
import { LIMITS, TIMES } from "./limits.ts";
import type { WebEnv } from "./web-env.ts";
import type { NodeHandler } from "./web-parts.ts";

/** A server that waits for nobody for long and reads nothing large; mounted paths go past the application. */
export function createWebServer(
  app: Hono<WebEnv>,
  mounts: Readonly<Record<string, NodeHandler>>,
  times: Pick<typeof TIMES, "headers" | "request" | "keepAlive" | "sweep"> = TIMES,
): Server {
  const listener = getRequestListener(app.fetch);
  const mounted = new Map(Object.entries(mounts));
  const server = createServer(
    {
      maxHeaderSize: LIMITS.headers,
      headersTimeout: times.headers,
      requestTimeout: times.request,
      keepAliveTimeout: times.keepAlive,
      connectionsCheckingInterval: times.sweep,
    },
    (request, response) => {
      const path = (request.url ?? "").split("?", 1)[0] ?? "";
      const handler = mounted.get(path) ?? listener;
      void handler(request, response);
    },
  );
  server.maxConnections = LIMITS.connections;
  return server;
}
