import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocketServer } from "ws";
import type { WebSocket } from "ws";

export interface Ack {
  readonly envelope_id: string;
  readonly payload?: unknown;
}

export interface FakeSocket {
  readonly id: number;
  readonly open: boolean;
  /** Sends any frame as it is. */
  send(frame: unknown): void;
  /** Slack asks for the connection to be renewed, or ends it. */
  disconnect(
    reason: "warning" | "refresh_requested" | "link_disabled" | "too_many_websockets",
  ): void;
  /** The network drops it without a close frame. */
  terminate(): void;
  /** From now on nothing comes back: no pong, no close frame. */
  silence(): void;
}

export interface SocketServer {
  readonly sockets: readonly FakeSocket[];
  readonly live: readonly FakeSocket[];
  /** Whether new connections are greeted. */
  greets: boolean;
  /** New connections are closed as soon as they have been greeted. */
  closesAtOnce: boolean;
  /** Sends an envelope to one connection, and again to another when that one closes without an acknowledgement. */
  deliver(type: string, payload: unknown, to?: FakeSocket): Promise<Ack>;
  close(): void;
}

/** Socket Mode's server side. */
export function createSocketServer(http: Server, acknowledged: (ack: Ack) => void): SocketServer {
  const server = new WebSocketServer({ noServer: true, autoPong: false });
  const sockets: (FakeSocket & { readonly ws: WebSocket })[] = [];
  const waiting = new Map<string, (ack: Ack) => void>();
  let envelopes = 0;

  http.on("upgrade", (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    server.handleUpgrade(request, stream, head, (ws) => connected(ws));
  });

  function connected(ws: WebSocket): void {
    let silent = false;
    const socket = {
      id: sockets.length,
      ws,
      get open() {
        return ws.readyState === ws.OPEN && !silent;
      },
      send: (frame: unknown) => ws.send(typeof frame === "string" ? frame : JSON.stringify(frame)),
      disconnect: (reason: string) =>
        ws.send(JSON.stringify({ type: "disconnect", reason, debug_info: {} })),
      terminate: () => ws.terminate(),
      silence() {
        silent = true;
        ws.pause();
      },
    };
    sockets.push(socket);
    // Many envelopes wait on one socket at once.
    ws.setMaxListeners(0);
    ws.on("error", () => undefined);
    ws.on("ping", (words) => {
      if (!silent) ws.pong(words);
    });
    ws.on("message", (words) => {
      const ack = JSON.parse(Buffer.from(words as Buffer).toString("utf8")) as Ack;
      acknowledged(ack);
      waiting.get(ack.envelope_id)?.(ack);
      waiting.delete(ack.envelope_id);
    });
    if (result.greets) {
      const connections = sockets.filter((one) => one.open).length;
      socket.send({
        type: "hello",
        num_connections: connections,
        connection_info: { app_id: "A1" },
        debug_info: {},
      });
    }
    if (result.closesAtOnce) ws.close(1000);
  }

  const result: SocketServer = {
    sockets,
    get live() {
      return sockets.filter((socket) => socket.open);
    },
    greets: true,
    closesAtOnce: false,
    async deliver(type, payload, to) {
      const id = `E${(envelopes += 1)}`;
      for (let attempt = 0; ; attempt += 1) {
        const socket = attempt === 0 && to !== undefined ? to : result.live.at(-1);
        const target = sockets.find((one) => one.id === socket?.id);
        if (target === undefined) throw new Error("no socket is open to deliver to");
        const { promise, resolve, reject } = Promise.withResolvers<Ack>();
        waiting.set(id, resolve);
        const lost = (): void => reject(new Error("closed"));
        target.ws.once("close", lost);
        target.send({
          envelope_id: id,
          type,
          payload,
          accepts_response_payload: type !== "events_api",
          ...(type === "events_api" && {
            retry_attempt: attempt,
            retry_reason: attempt === 0 ? "" : "timeout",
          }),
        });
        try {
          return await promise;
        } catch {
          // Slack delivers again what was not acknowledged.
          await new Promise<void>((next) => setImmediate(next));
        } finally {
          target.ws.off("close", lost);
        }
      }
    },
    close() {
      for (const { ws } of sockets) ws.terminate();
      server.close();
    },
  };
  return result;
}
