import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { ackFaults, responseFaults } from "./check-answers.ts";
import { read, readArgs, send } from "./exchange.ts";
import { createSocketServer } from "./socket-server.ts";
import type { SocketServer } from "./socket-server.ts";
import { createWorkspace } from "./workspace.ts";
import type { Workspace } from "./workspace.ts";

export interface Call {
  readonly method: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly token: string;
  /** When it had arrived, by `performance.now()`: before the fake took its time to read it. */
  readonly at: number;
}

/** What happens to one call instead of the usual. */
export interface Behaviour {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly reply?: unknown;
  /** The call is done, but its reply never comes (or its connection breaks). */
  readonly lose?: "hang" | "reset";
  /** Nothing is done and nothing comes. */
  readonly hang?: true;
  /** It is done at once, and the reply comes when this resolves. */
  readonly slow?: Promise<void>;
}

export interface FakeSlack {
  /** For `SLACK_API_URL`. */
  readonly apiUrl: string;
  readonly botToken: string;
  readonly appToken: string;
  readonly calls: readonly Call[];
  /** What came to response_urls. */
  readonly responses: readonly {
    readonly id: string;
    readonly body: Readonly<Record<string, unknown>>;
  }[];
  readonly workspace: Workspace;
  readonly socket: SocketServer;
  /** What came back for a signed request; what comes over a socket is looked at by itself. */
  readonly checkAck: (payload: unknown) => void;
  /** Every call that Slack would have refused as malformed: a test that leaves one here has failed. */
  readonly faults: string[];
  readonly responseUrl: () => { readonly id: string; readonly url: string };
  readonly callsOf: (method: string, matches?: (args: Call["args"]) => boolean) => Call[];
  /** The next calls of a method that match go this way, one each. */
  readonly script: (
    method: string,
    behaviours: readonly Behaviour[],
    matches?: (args: Call["args"]) => boolean,
  ) => void;
  /** Every call of a method from now on; undefined: as usual again. */
  readonly always: (method: string, behaviour: Behaviour | undefined) => void;
  /** Resolves as soon as the condition holds; looked at once in each turn of the event loop. */
  readonly until: (condition: () => boolean) => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface FakeSlackOptions {
  readonly team?: string;
  readonly botUser?: string;
  /** Called with each call before it is looked at: what takes the time of a measurement. */
  readonly onCall?: (call: Call) => void;
}

/** Slack on loopback: Web API, Socket Mode, response_urls. `now` is Slack's clock. */
export async function startFakeSlack(
  now: () => number,
  { team = "T1", botUser = "UBOT", onCall }: FakeSlackOptions = {},
): Promise<FakeSlack> {
  const workspace = createWorkspace(now, team, botUser);
  const calls: Call[] = [];
  const responses: { id: string; body: Readonly<Record<string, unknown>> }[] = [];
  const faults: string[] = [];
  const scripts: {
    method: string;
    behaviours: Behaviour[];
    matches: (args: Call["args"]) => boolean;
  }[] = [];
  const standing = new Map<string, Behaviour>();
  const uses = new Map<string, number>();

  const http = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      faults.push(`the fake itself failed: ${String(error)}`);
      response.destroy();
    });
  });
  const socket = createSocketServer(http, ({ payload }) => checkAck(payload));
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  const { port } = http.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  const botToken = "xoxb-fake-bot-token";
  const appToken = "xapp-fake-app-token";

  function checkAck(payload: unknown): void {
    faults.push(...ackFaults(payload).map((fault) => `an acknowledgement: ${fault}`));
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await read(request);
    const at = performance.now();
    const path = request.url ?? "";
    if (path.startsWith("/response/")) respond(path.slice("/response/".length), body, response);
    else if (path.startsWith("/api/"))
      answer(path.slice("/api/".length), { body, at }, request, response);
    else {
      faults.push(`a request for ${path}, which is nothing of Slack's`);
      response.writeHead(404).end();
    }
  }

  function respond(id: string, body: string, response: ServerResponse): void {
    const used = (uses.get(id) ?? 6) + 1;
    uses.set(id, used);
    if (used > 5) {
      response.writeHead(404).end("expired_url");
      return;
    }
    const parsed = JSON.parse(body) as Record<string, unknown>;
    faults.push(...responseFaults(parsed).map((fault) => `response_url: ${fault}`));
    responses.push({ id, body: parsed });
    response.writeHead(200).end("ok");
  }

  function answer(
    method: string,
    { body, at }: { readonly body: string; readonly at: number },
    request: IncomingMessage,
    response: ServerResponse,
  ): void {
    const args = readArgs(body, request.headers["content-type"] ?? "");
    const token = (request.headers.authorization ?? "").replace("Bearer ", "");
    const call = { method, args, token, at };
    calls.push(call);
    onCall?.(call);
    const script = scripts.find(
      (one) => one.method === method && one.behaviours.length > 0 && one.matches(args),
    );
    const behaviour = script?.behaviours.shift() ?? standing.get(method);
    if (behaviour?.hang === true) return;
    if (behaviour?.lose !== undefined) {
      workspace.perform(method, args, faults);
      if (behaviour.lose === "reset") response.destroy();
      return;
    }
    if (behaviour?.slow !== undefined) {
      const done = workspace.perform(method, args, faults);
      void behaviour.slow.then(() => send(response, done));
      return;
    }
    if (behaviour !== undefined) {
      send(
        response,
        behaviour.reply ?? { ok: false, error: "internal_error" },
        behaviour.status,
        behaviour.headers,
      );
      return;
    }
    if (method === "apps.connections.open") {
      const known = token === appToken;
      send(
        response,
        known
          ? { ok: true, url: `ws://127.0.0.1:${port}/link` }
          : { ok: false, error: "invalid_auth" },
      );
      return;
    }
    if (token !== botToken) {
      send(response, { ok: false, error: "invalid_auth" });
      return;
    }
    send(response, workspace.perform(method, args, faults), 200, {
      "x-oauth-scopes": workspace.scopes.join(","),
    });
  }

  return {
    apiUrl: `${origin}/api/`,
    botToken,
    appToken,
    calls,
    responses,
    workspace,
    socket,
    checkAck,
    faults,
    responseUrl() {
      const id = `R${uses.size + 1}`;
      uses.set(id, 0);
      return { id, url: `${origin}/response/${id}` };
    },
    callsOf: (method, matches = () => true) =>
      calls.filter((call) => call.method === method && matches(call.args)),
    script: (method, behaviours, matches = () => true) =>
      void scripts.push({ method, behaviours: [...behaviours], matches }),
    always(method, behaviour) {
      if (behaviour === undefined) standing.delete(method);
      else standing.set(method, behaviour);
    },
    async until(condition) {
      // What happens in this process is soon there; a process of its own needs the core that asking again would take.
      for (let turn = 0; !condition(); turn += 1) {
        await new Promise((resolve) =>
          turn < 200 ? setImmediate(resolve) : setTimeout(resolve, turn < 400 ? 2 : 10),
        );
      }
    },
    async close() {
      socket.close();
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };
}
