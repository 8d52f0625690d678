import { createServer } from "node:http";
import type { Server } from "node:http";
import { DocentError } from "../../src/index.ts";
import type { Health } from "../../src/index.ts";
import type { HandleRequest } from "./http-requests.ts";

/** A server of our own for Slack's requests, where no other one shares its port. */
export interface SlackServer {
  /** Resolves with the port. */
  listen(host: string, port: number): Promise<number>;
  close(): Promise<void>;
}

/** Headers must be there within this time: a client that drips them holds a socket, and nothing else. */
const HEADERS_MS = 10_000;
const REQUEST_MS = 15_000;

export function createSlackServer(handle: HandleRequest, health: () => Health): SlackServer {
  const server: Server = createServer(
    { headersTimeout: HEADERS_MS, requestTimeout: REQUEST_MS, connectionsCheckingInterval: 2000 },
    (request, response) => {
      if (handle(request, response)) return;
      if (request.url === "/health") {
        const { state, note } = health();
        response.writeHead(state === "ok" || state === "degraded" ? 200 : 503, {
          "content-type": "application/json",
        });
        response.end(JSON.stringify({ state, note }));
        return;
      }
      response.writeHead(404).end();
    },
  );

  return {
    listen: (host, port) =>
      new Promise((resolve, reject) => {
        server.once("error", (error) => {
          reject(
            new DocentError(
              "platform-unavailable",
              `Slack's requests cannot be served on ${host}:${port}: ${error.message}`,
              {
                remedy: "Choose another PORT, or stop what uses it.",
                cause: error,
              },
            ),
          );
        });
        server.listen(port, host, () => {
          const address = server.address();
          resolve(typeof address === "object" && address !== null ? address.port : port);
        });
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      }),
  };
}
