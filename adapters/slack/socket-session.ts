import { SocketModeReceiver } from "@slack/bolt";
import type { ReceiverEvent } from "@slack/bolt";
import { z } from "zod";
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

const frame = z.looseObject({
  type: z.string(),
  reason: z.string().optional(),
  num_connections: z.number().optional(),
  envelope_id: z.string().optional(),
  payload: z.looseObject({}).optional(),
});
const eventPayload = z.looseObject({ event: z.looseObject({ type: z.string() }) });
const sdkEvent = z.object({
  body: z.looseObject({}),
  ack: z.custom<(response?: unknown) => Promise<void>>((value) => typeof value === "function"),
  retry_num: z.number().optional(),
  retry_reason: z.string().optional(),
});

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
    if (known.type === "hello") connections = known.num_connections ?? 0;
    // The client now closes and waits for the other side to do so, too: whoever keeps us need not wait.
    if (known.type === "disconnect") end(known.reason ?? "closed");
    Promise.resolve(parse?.(words, false)).catch((error: unknown) => {
      log.warn({ error: explain(error) }, "a frame of Slack's could not be handled");
    });
  });
  client.on("slack_event", (heard: unknown) => {
    const { body, ack, retry_num, retry_reason } = sdkEvent.parse(heard);
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

function readFrame(words: unknown): z.infer<typeof frame> | undefined {
  if (typeof words !== "string") return undefined;
  try {
    const known = frame.parse(JSON.parse(words));
    if (known.type === "events_api") eventPayload.parse(known.payload);
    return known;
  } catch {
    // Not JSON, or not an envelope: the caller says so.
    return undefined;
  }
}
