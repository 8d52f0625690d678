import { once } from "node:events";
import type { IncomingMessage, Server } from "node:http";
import { WebSocketServer, type WebSocket } from "ws";
import { isObject } from "./component-rules.ts";

/** One connection's memory: what was sent, so that a resume can send it again. */
interface Session {
  readonly id: string;
  readonly shard: number;
  readonly shards: number;
  readonly intents: number;
  sequence: number;
  readonly sent: { readonly s: number; readonly t: string; readonly d: unknown }[];
  socket: WebSocket | undefined;
}

export interface GatewayRules {
  readonly token: string;
  readonly heartbeatMs: number;
  /** Bits of intents that the application may not use. */
  readonly disallowedIntents: number;
  readonly ready: (session: { readonly shard: number; readonly shards: number }) => {
    readonly ready: object;
    readonly guilds: readonly unknown[];
  };
}

export type FakeGateway = ReturnType<typeof createGateway>;

/** Discord's gateway: HELLO, IDENTIFY, heartbeats, RESUME with replay, and every way in which it ends. */
export function createGateway(server: Server, rules: GatewayRules) {
  const sockets = new WebSocketServer({ noServer: true });
  const sessions = new Map<string, Session>();
  const counts = { connections: 0, identifies: 0, resumes: 0, heartbeats: 0 };
  /** Turned by tests: each is asked at its moment. */
  const behaviour = {
    acknowledges: true,
    refuseUpgrade: false,
    closeOnConnect: 0,
    closeOnIdentify: 0,
    resumable: true,
  };
  const identifies: number[] = [];

  server.on("upgrade", (request: IncomingMessage, socket, head) => {
    if (behaviour.refuseUpgrade) {
      socket.end("HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\n\r\n");
      return;
    }
    sockets.handleUpgrade(request, socket, head, (client) => greet(client));
  });

  const send = (socket: WebSocket, payload: object): void => {
    if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(payload));
  };

  function greet(socket: WebSocket): void {
    counts.connections += 1;
    const known = { current: undefined as Session | undefined };
    if (behaviour.closeOnConnect > 0) {
      socket.close(behaviour.closeOnConnect);
      return;
    }
    let received = 0;
    send(socket, { op: 10, d: { heartbeat_interval: rules.heartbeatMs }, s: null, t: null });
    socket.on("message", (data: Buffer) => {
      received += 1;
      if (data.length > 4_096) return socket.close(4_002);
      if (received > 120) return socket.close(4_008);
      let payload: unknown;
      try {
        payload = JSON.parse(data.toString("utf8"));
      } catch {
        return socket.close(4_002);
      }
      if (isObject(payload)) receive(socket, payload, known);
    });
    socket.on("error", () => undefined);
    socket.on("close", () => {
      if (known.current?.socket === socket) known.current.socket = undefined;
    });
  }

  function receive(
    socket: WebSocket,
    { op, d }: Readonly<Record<string, unknown>>,
    known: { current: Session | undefined },
  ): void {
    switch (op) {
      case 1:
        counts.heartbeats += 1;
        if (behaviour.acknowledges) send(socket, { op: 11, d: null, s: null, t: null });
        return;
      case 2:
        if (known.current !== undefined) return socket.close(4_005);
        if (isObject(d)) known.current = identify(socket, d);
        return;
      case 6:
        if (isObject(d)) known.current = resume(socket, d);
        return;
      case 3:
      case 4:
      case 8:
        if (known.current === undefined) socket.close(4_003);
        return;
      default:
        socket.close(4_001);
    }
  }

  function identify(socket: WebSocket, d: Readonly<Record<string, unknown>>): Session | undefined {
    counts.identifies += 1;
    identifies.push(Date.now());
    const refuse = (code: number): undefined => void socket.close(code);
    if (behaviour.closeOnIdentify > 0) return refuse(behaviour.closeOnIdentify);
    if (d["token"] !== rules.token) return refuse(4_004);
    const intents = Number(d["intents"]);
    if (!Number.isInteger(intents)) return refuse(4_013);
    if ((intents & rules.disallowedIntents) !== 0) return refuse(4_014);
    const [shard = 0, shards = 1] = Array.isArray(d["shard"]) ? d["shard"].map(Number) : [];
    if (shard >= shards) return refuse(4_010);
    const session: Session = {
      id: `session-${counts.identifies}`,
      shard,
      shards,
      intents,
      sequence: 0,
      sent: [],
      socket,
    };
    sessions.set(session.id, session);
    const { ready, guilds } = rules.ready({ shard, shards });
    emit(session, "READY", { ...ready, session_id: session.id, shard: [shard, shards] });
    for (const guild of guilds) emit(session, "GUILD_CREATE", guild);
    return session;
  }

  function resume(socket: WebSocket, d: Readonly<Record<string, unknown>>): Session | undefined {
    counts.resumes += 1;
    const session = sessions.get(String(d["session_id"]));
    if (session === undefined || !behaviour.resumable || d["token"] !== rules.token) {
      send(socket, { op: 9, d: false, s: null, t: null });
      return undefined;
    }
    const seen = Number(d["seq"]);
    if (seen > session.sequence) return void socket.close(4_007);
    session.socket = socket;
    for (const event of session.sent) if (event.s > seen) send(socket, { op: 0, ...event });
    emit(session, "RESUMED", {});
    return session;
  }

  function emit(session: Session, t: string, d: unknown): void {
    session.sequence += 1;
    const event = { s: session.sequence, t, d };
    session.sent.push(event);
    if (session.socket !== undefined) send(session.socket, { op: 0, ...event });
  }

  const latest = (): Session[] => {
    const byShard = new Map<number, Session>();
    for (const session of sessions.values()) byShard.set(session.shard, session);
    return [...byShard.values()];
  };

  return {
    counts,
    behaviour,
    identifies,
    /** Sends an event to the shard of its guild, if its intents cover it; to shard 0 without a guild. */
    dispatch(
      t: string,
      d: unknown,
      { guild, intent }: { guild?: string; intent?: number } = {},
    ): void {
      for (const session of latest()) {
        const shard =
          guild === undefined ? 0 : Number((BigInt(guild) >> 22n) % BigInt(session.shards));
        if (session.shard !== shard) continue;
        if (intent !== undefined && (session.intents & intent) === 0) continue;
        emit(session, t, d);
      }
    },
    /** Whether any shard may read what messages say. */
    readsContent: (): boolean => latest().some((session) => (session.intents & (1 << 15)) !== 0),
    order: (op: 7 | 9, d: unknown = null): void => {
      for (const { socket } of latest())
        if (socket !== undefined) send(socket, { op, d, s: null, t: null });
    },
    close: (code: number): void => latest().forEach(({ socket }) => socket?.close(code)),
    drop: (): void => latest().forEach(({ socket }) => socket?.terminate()),
    connected: (): number => latest().filter(({ socket }) => socket?.readyState === 1).length,
    async stop(): Promise<void> {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
      if (sockets.clients.size > 0) await once(sockets, "close");
    },
  };
}
