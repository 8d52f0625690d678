import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";

/** What a call is answered with. */
export interface Reply {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Call {
  readonly method: string;
  /** Without `/api/v10`. */
  readonly path: string;
  readonly body: unknown;
  readonly at: number;
}

/** Something that goes wrong with the next calls that match. */
export interface Fault {
  readonly method?: string;
  readonly path: RegExp;
  /** How many calls; all that follow where it is left out. */
  times?: number;
  /** `reply`: this instead; `slow`: done, and answered after `ms`; `lost`: done, and never answered; `hang`: neither. */
  readonly kind: "reply" | "slow" | "lost" | "hang";
  readonly reply?: Reply;
  readonly ms?: number;
}

export const error = (status: number, code: number, message: string): Reply => ({
  status,
  body: { code, message },
});

/** An HTTP server that hands each call to `handle`, after the faults that tests have planned. */
export function createRest(options: {
  readonly token: string;
  readonly handle: (call: Call) => Reply;
}) {
  const { token, handle } = options;
  const calls: Call[] = [];
  const faults: Fault[] = [];
  const hanging = new Set<ServerResponse>();

  const server: Server = createServer((request, response) => {
    void read(request).then((body) => answer(request, response, body));
  });

  function answer(request: IncomingMessage, response: ServerResponse, text: string): void {
    const { pathname } = new URL(request.url ?? "/", "http://fake");
    const path = pathname.replace(/^\/api\/v10/u, "");
    if (path === pathname) return respond(response, error(404, 0, "404: not an API path"));
    const call: Call = {
      method: request.method ?? "GET",
      path,
      body: text === "" ? undefined : (JSON.parse(text) as unknown),
      at: Date.now(),
    };
    calls.push(call);
    const open = /^\/(?:interactions|webhooks)\//u.test(path);
    if (!open && request.headers.authorization !== `Bot ${token}`) {
      return respond(response, error(401, 0, "401: Unauthorized"));
    }
    const fault = faults.find(
      (one) =>
        one.path.test(path) && (one.method ?? call.method) === call.method && one.times !== 0,
    );
    if (fault?.times !== undefined) fault.times -= 1;
    switch (fault?.kind) {
      case "reply":
        return respond(response, fault.reply ?? error(500, 0, "planned"));
      case "hang":
        return void hanging.add(response);
      case "lost":
        handle(call);
        return void hanging.add(response);
      case "slow": {
        const reply = handle(call);
        setTimeout(() => respond(response, reply), fault.ms).unref();
        return;
      }
      default:
        respond(response, handle(call));
    }
  }

  return {
    server,
    calls,
    /** Plans a fault; earlier ones come first. */
    fault: (fault: Fault): void => void faults.push(fault),
    heal: (): void => void faults.splice(0),
    callsTo: (method: string, path: RegExp): Call[] =>
      calls.filter((call) => call.method === method && path.test(call.path)),
    stop(): Promise<void> {
      for (const response of hanging) response.destroy();
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function respond(response: ServerResponse, { status, body, headers }: Reply): void {
  if (response.destroyed) return;
  const type = body === undefined ? {} : { "content-type": "application/json" };
  response.writeHead(status, { ...type, ...headers });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

async function read(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString("utf8");
}
