import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { DocentError } from "../../src/index.ts";
import type { Adapter, Health } from "../../src/index.ts";
import { createApp } from "./app.ts";
import { TIMES } from "./limits.ts";
import { createWebServer } from "./server.ts";
import type { WebConfig, WebParts } from "./web-parts.ts";

export type { WebConfig, WebParts } from "./web-parts.ts";

export interface Web extends Adapter {
  /** Where it listens once it has started: `http://127.0.0.1:8080`. */
  readonly address: string | undefined;
}

/**
 * The page, the API, health and metrics on one port, with whatever else is mounted there. Without `config.web` only
 * health, the mounted paths and (on loopback) metrics. `start` rejects with `config-invalid` where the port is not free.
 */
export function createWeb(config: WebConfig, services: WebParts): Web {
  const { log, clock } = services;
  const { host, port } = config.listen;
  const server = createWebServer(createApp(config, services), services.mounts ?? {});
  let state: Health["state"] = "stopped";

  return {
    name: "http",
    get address() {
      const bound = server.address();
      return bound === null || typeof bound === "string" ? undefined : urlOf(bound);
    },
    async start() {
      state = "starting";
      server.listen(port, host.replace(/^\[|\]$/gu, ""));
      try {
        await once(server, "listening");
      } catch (error) {
        state = "failed";
        throw notListening(error, host, port);
      }
      server.on("error", (error) => log.error({ error }, "the web server has trouble"));
      state = "ok";
    },
    async stop() {
      if (!server.listening) return;
      state = "stopped";
      // No new connections, idle ones closed; those at work may end.
      const closed = once(server, "close");
      server.close();
      const abort = new AbortController();
      const late = clock.sleep(TIMES.drain, abort.signal).then(
        () => server.closeAllConnections(),
        () => undefined,
      );
      await closed;
      abort.abort();
      await late;
    },
    health: () => ({ state }),
    // A caller whose process died has hung up: there is nobody to answer.
    resume: async () => undefined,
  };
}

function urlOf({ address, family, port }: AddressInfo): string {
  return `http://${family === "IPv6" ? `[${address}]` : address}:${port}`;
}

function notListening(error: unknown, host: string, port: number): DocentError {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const why = {
    EADDRINUSE: "another program listens there",
    EACCES: "that needs more rights than Docent has",
    EADDRNOTAVAIL: "this machine has no such address",
  }[code];
  return new DocentError(
    "config-invalid",
    `Docent cannot listen on ${host}:${port}${why === undefined ? "" : `: ${why}`}`,
    {
      remedy:
        "Set PORT (or HOST) to something else, or stop what listens there; WEB=off does without.",
      cause: error,
    },
  );
}
