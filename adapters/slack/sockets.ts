import type { ReceiverEvent } from "@slack/bolt";
import { DocentError, explain } from "../../src/index.ts";
import type { Clock, Health, Log, Metrics } from "../../src/index.ts";
import { failureOf } from "./failure.ts";
import { TIMES } from "./limits.ts";
import type { SlackSettings } from "./settings.ts";
import { openSession } from "./socket-session.ts";
import type { SocketSession } from "./socket-session.ts";

/** Socket Mode, kept up. */
export interface Sockets {
  /** Resolves with the first hello; rejects with what Slack refused first. It keeps trying either way. */
  start(): Promise<void>;
  stop(): Promise<void>;
  health(): Health;
}

/** A session that broke off sooner than this was no good one: the next waits. */
const STEADY_MS = 30_000;
/** The same for one that Slack asked to renew. */
const RENEWED_MS = 1000;
/** After this many failures the pause is a minute at least. */
const LONG_PAUSE = 8;
const SLOTS = 2;

/**
 * Two connections of different age: Slack closes each every few hours, and sends what comes meanwhile to the other one.
 * Connecting is done one at a time with a growing pause that both share, so that a refusal is never a storm.
 */
export function createSockets(
  settings: SlackSettings & { readonly appToken: string },
  take: (event: ReceiverEvent) => void,
  { clock, log, metrics }: { readonly clock: Clock; readonly log: Log; readonly metrics: Metrics },
): Sockets {
  const stopping = new AbortController();
  const open = new Map<number, SocketSession>();
  let failures = 0;
  let notBefore = 0;
  let trouble: DocentError | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  const keepers: Promise<void>[] = [];

  /** Jitter over the upper half: replicas that lost Slack together do not come back together. */
  function pause(): number {
    if (failures === 0) return 0;
    const ceiling = trouble?.code === "platform-unavailable" ? TIMES.unreachable : TIMES.refused;
    const backoff = Math.min(ceiling, 1000 * 2 ** (failures - 1)) * (0.5 + Math.random() / 2);
    return Math.max(backoff, notBefore - clock.now());
  }

  function noted(error: unknown): DocentError {
    const known =
      error instanceof DocentError
        ? error
        : new DocentError("platform-unavailable", explain(error), {
            remedy: "Docent tries again by itself.",
            cause: error,
          });
    if (trouble?.message !== known.message) log.error({ remedy: known.remedy }, known.message);
    trouble = known;
    failures += 1;
    const failure = failureOf(known.cause);
    if (failure.kind === "limited") notBefore = clock.now() + failure.retryInMs;
    metrics.count("slack_socket_failures_total");
    return known;
  }

  /** What a session's end means for the next one. */
  function after(reason: string, livedMs: number): void {
    if (reason === "link_disabled" || reason === "too_many_websockets") {
      noted(refusalOf(reason));
      failures = Math.max(failures, LONG_PAUSE);
    } else if (reason === "closed") {
      failures = livedMs < STEADY_MS ? failures + 1 : 0;
    } else {
      failures = livedMs < RENEWED_MS ? 1 : 0;
    }
  }

  async function connect(slot: number): Promise<SocketSession> {
    const mine = turn.then(async () => {
      const wait = pause();
      if (wait > 0) await clock.sleep(wait, stopping.signal);
      const session = await openSession(settings, take, { clock, log, signal: stopping.signal });
      trouble = undefined;
      open.set(slot, session);
      metrics.count("slack_sockets_opened_total");
      log.info({ slot, connections: session.connections }, "Slack socket open");
      if (session.connections > SLOTS) {
        log.warn(
          { connections: session.connections },
          "more sockets than ours use this app token: other processes share its events",
        );
      }
      return session;
    });
    turn = mine.catch(() => undefined);
    return mine;
  }

  async function keep(slot: number, first: (error?: DocentError) => void): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        const session = await connect(slot);
        first();
        const since = clock.now();
        const reason = await session.ended;
        open.delete(slot);
        if (stopping.signal.aborted) return;
        log.info({ slot, reason }, "Slack socket ended");
        after(reason, clock.now() - since);
      } catch (error) {
        if (stopping.signal.aborted) return;
        first(noted(error));
      }
    }
  }

  return {
    start() {
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      const second = async (): Promise<void> => {
        await clock.sleep(TIMES.stagger, stopping.signal);
        await keep(1, () => undefined);
      };
      keepers.push(
        keep(0, (error) => (error === undefined ? resolve() : reject(error))),
        promise.then(second, second).catch(() => undefined),
      );
      return promise;
    },
    async stop() {
      stopping.abort(new Error("stopped"));
      for (const session of open.values()) void session.close();
      open.clear();
      await Promise.all(keepers);
    },
    health() {
      if (open.size > 0)
        return trouble === undefined
          ? { state: "ok" }
          : { state: "degraded", note: explain(trouble) };
      if (trouble !== undefined) return { state: "failed", note: explain(trouble) };
      return { state: "starting", note: "connecting to Slack" };
    },
  };
}

function refusalOf(reason: string): DocentError {
  const remedy =
    reason === "link_disabled"
      ? "Socket Mode was switched off: switch it on in the app's settings, or use SLACK_SIGNING_SECRET."
      : "More than ten connections use this app token: stop the other processes that use it.";
  return new DocentError("platform-refused", `Slack closed the socket: ${reason}`, { remedy });
}
