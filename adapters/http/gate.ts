import type { IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import type { MiddlewareHandler } from "hono";
import type { Asker } from "../../src/index.ts";
import type { Rates } from "./limits.ts";
import { isForeignRead, isLoopbackName, isOwnOrigin } from "./origin.ts";
import { ProblemError } from "./problem.ts";
import { addressKey } from "./rate-limits.ts";
import type { Spend } from "./rate-limits.ts";
import { createTokenCheck } from "./tokens.ts";
import type { Token } from "./tokens.ts";
import type { WebContext, WebEnv } from "./web-env.ts";

/**
 * Who may come in, before anything is read of what they bring: a token where tokens are configured, and otherwise only
 * this machine under a name of its own, so that no web site can reach Docent by pointing its own name at it. A request
 * comes from a page of ours, from a link or from a program.
 */
export function createGate(tokens: readonly Token[], spend: Spend): MiddlewareHandler<WebEnv> {
  const check = createTokenCheck(tokens);
  /** What a connection's address stands for, worked out once. */
  const addresses = new WeakMap<Socket, string>();

  function addressOf({ socket }: IncomingMessage): string {
    const known = addresses.get(socket);
    if (known !== undefined) return known;
    const address = addressKey(socket.remoteAddress);
    addresses.set(socket, address);
    return address;
  }

  async function withToken(c: WebContext, address: string): Promise<Asker> {
    const { authorization } = c.env.incoming.headers;
    const name = check(authorization);
    if (name !== undefined) return { id: `http:token:${name}`, labels: [`http:token:${name}`] };
    if (authorization !== undefined) {
      refuseOver(await spend("refused", address));
    }
    throw new ProblemError({
      name: "unauthorized",
      detail:
        authorization === undefined ? "The request carries no token." : "The token is not known.",
      remedy:
        "Send “Authorization: Bearer <secret>”, or a pair of API_TOKENS as user name and password.",
      // A browser asks its user for a name and a password, but not for the sake of a script's request.
      headers: {
        "www-authenticate": c.req.path.startsWith("/api/")
          ? 'Bearer realm="Docent"'
          : 'Basic realm="Docent", charset="UTF-8"',
      },
    });
  }

  function withoutToken(c: WebContext, address: string): Asker {
    if (!isLoopbackName(c.env.incoming.headers.host ?? "")) {
      throw new ProblemError({
        name: "unknown-host",
        detail: "Without API_TOKENS Docent answers to localhost and 127.0.0.1 only.",
        remedy: "Use one of those names, or set API_TOKENS to serve it under others.",
      });
    }
    return { id: `http:local:${address}`, labels: [] };
  }

  return async (c, next) => {
    const address = addressOf(c.env.incoming);
    c.set("asker", tokens.length > 0 ? await withToken(c, address) : withoutToken(c, address));
    requireOwnOrigin(c);
    await next();
  };
}

/** Counts a request against its caller's rate. */
export function limitRate(kind: keyof Rates, spend: Spend): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    refuseOver(await spend(kind, c.get("asker").id));
    await next();
  };
}

/** Throws where a rate is used up; takes what `spend` gives. */
export function refuseOver(retryInMs: number | undefined): void {
  if (retryInMs !== undefined) throw tooMany(retryInMs);
}

function requireOwnOrigin(c: WebContext): void {
  const { headers } = c.env.incoming;
  const fetchSite = headers["sec-fetch-site"]?.toString();
  const reads = c.req.method === "GET" || c.req.method === "HEAD";
  const own = reads
    ? !isForeignRead({
        fetchSite,
        fetchMode: headers["sec-fetch-mode"]?.toString(),
        fetchDest: headers["sec-fetch-dest"]?.toString(),
      })
    : isOwnOrigin({
        origin: headers.origin,
        fetchSite,
        host: headers.host,
        api: c.req.path.startsWith("/api/"),
      });
  if (own) return;
  throw new ProblemError({
    name: "foreign-origin",
    detail: "Pages of other sites may link to Docent, and neither read nor change anything.",
    remedy: "Open the page from Docent itself; programs send JSON without an Origin header.",
  });
}

function tooMany(retryInMs: number): ProblemError {
  return new ProblemError({
    name: "rate-limited",
    detail: "More requests than one caller may send.",
    remedy: "Come back after the time in Retry-After (seconds).",
    retryInMs,
  });
}
