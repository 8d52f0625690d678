import { SocketModeReceiver } from "@slack/bolt";
import type { ReceiverEvent } from "@slack/bolt";
import { DocentError, explain } from "../../src/index.ts";
import type { Clock, Log } from "../../src/index.ts";
import { slackError } from "./failure.ts";
import { TIMES } from "./limits.ts";
import { createBoltLogger } from "./logger.ts";
import type { SlackSettings } from "./settings.ts";
import { clientOptions } from "./web.ts";

/** One Socket Mode connection, from hello to its end. */
export interface SocketSession {
  /** How many connections of this app Slack counts. */
  readonly connections: number;
  /** Resolves with Slack's reason (`refresh_requested`, `link_disabled`, …), or `closed`. Never rejects. */
  readonly ended: Promise<string>;
  close(): Promise<void>;
}

/** The client trips over an envelope of events without an event; called by this name it hands the payload on as it is. */
const BARE = "app_rate_limited";

interface Frame {
  readonly type: string;
  readonly reason?: unknown;
  readonly num_connections?: unknown;
  readonly payload?: unknown;
}

/** What the client makes of an envelope. */
interface Heard {
  /** None of an envelope of a kind that nobody knows. */
  readonly body?: ReceiverEvent["body"];
  readonly ack: (response?: unknown) => Promise<void>;
  readonly retry_num?: number;
  readonly retry_reason?: string;
}

/**
 * Opens one connection. The client's own reconnecting is off: it leaves five seconds without a socket at every refresh,
 * has no ceiling, and rejects unhandled when the token is refused. A new session is a new client.
 */
export async function openSession(
  settings: SlackSettings & { readonly appToken: string },
  take: (event: ReceiverEvent) => void,
  {
    clock,
    log,
    signal,
  }: { readonly clock: Clock; readonly log: Log; readonly signal: AbortSignal },
): Promise<SocketSession> {
  const receiver = new SocketModeReceiver({
    appToken: settings.appToken,
    autoReconnectEnabled: false,
    logger: createBoltLogger(log, "slack-socket"),
    installerOptions: { clientOptions: clientOptions(settings, { clock, log }) },
  });
  const { client } = receiver;
  let connections = 0;
  const { promise: ended, resolve: end } = Promise.withResolvers<string>();

  // The client parses frames in an async listener of its own, where a frame that is not shaped as documented rejects
  // unhandled: what it cannot take is kept from it.
  const [parse] = client.listeners("ws_message");
  client.removeAllListeners("ws_message");
  client.on("ws_message", (words: unknown, isBinary: unknown) => {
    const known = isBinary === true ? undefined : readFrame(words);
    if (known === undefined) {
      log.warn({}, "Slack sent a frame that could not be read; ignored");
      return;
    }
    if (known.type === "hello" && typeof known.num_connections === "number")
      connections = known.num_connections;
    // The client now closes and waits for the other side to do so, too: whoever keeps us need not wait.
    if (known.type === "disconnect")
      end(typeof known.reason === "string" ? known.reason : "closed");
    const bare = known.type === "events_api" && !holdsEvent(known.payload);
    const handed = bare ? JSON.stringify({ ...known, type: BARE }) : words;
    Promise.resolve(parse?.(handed, false)).catch((error: unknown) => {
      log.warn({ error: explain(error) }, "a frame of Slack's could not be handled");
    });
  });
  client.on("slack_event", ({ body, ack, retry_num, retry_reason }: Heard) => {
    if (body === undefined) return;
    take({
      body,
      ack: (response?: unknown) => ack(response ?? {}),
      ...(retry_num !== undefined && { retryNum: retry_num }),
      ...(retry_reason !== undefined && { retryReason: retry_reason }),
    });
  });
  client.on("disconnected", () => end("closed"));

  const timer = new AbortController();
  const late = clock.sleep(TIMES.hello, timer.signal).then(() => {
    throw new DocentError("platform-unavailable", "Slack opened a socket and said no hello", {
      remedy:
        "Docent tries again by itself; if it stays so, look at slack-status.com and at the network.",
    });
  });
  try {
    await Promise.race([client.start(), late, stopped(signal, timer.signal)]);
  } catch (error) {
    void client.disconnect();
    if (signal.aborted) throw error;
    if (error instanceof DocentError) throw error;
    throw slackError(
      "a socket (apps.connections.open)",
      error ?? new Error("the socket was closed"),
    );
  } finally {
    timer.abort();
    late.catch(() => undefined);
  }
  return {
    connections,
    ended,
    async close() {
      end("closed");
      await client.disconnect();
    },
  };
}

/** Rejects when `signal` aborts; forgotten when `done` does. */
function stopped(signal: AbortSignal, done: AbortSignal): Promise<never> {
  const { promise, reject } = Promise.withResolvers<never>();
  signal.addEventListener("abort", () => reject(signal.reason), { once: true, signal: done });
  if (signal.aborted) reject(signal.reason);
  return promise;
}

/**
 * Undefined: not JSON, or not an envelope; the caller says so. Every frame passes here before anything else is done about
 * it, so it is looked at by hand: no more than what the client trips over.
 */
function readFrame(words: unknown): Frame | undefined {
  if (typeof words !== "string") return undefined;
  let known: unknown;
  try {
    known = JSON.parse(words);
  } catch {
    return undefined;
  }
  if (!isFrame(known)) return undefined;
  const { type, payload } = known;
  return type !== "events_api" || holdsEvent(payload) || isBare(payload) ? known : undefined;
}

function isFrame(value: unknown): value is Frame {
  return isObject(value) && typeof value["type"] === "string" && isObject(value["payload"] ?? {});
}

function holdsEvent(payload: unknown): boolean {
  return (
    isObject(payload) && isObject(payload["event"]) && typeof payload["event"]["type"] === "string"
  );
}

/** The one payload that Slack documents without an event in it. */
function isBare(payload: unknown): boolean {
  return isObject(payload) && payload["type"] === BARE;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
