import { LRUCache } from "lru-cache";
import {
  DocentError,
  shorten,
  type Clock,
  type Log,
  type Metrics,
  type Store,
} from "../../src/index.ts";
import type { Calls } from "./calls.ts";
import { labelText, type Body } from "./components.ts";
import { codeOf, CODES, isForbidden, isGone, isPassing, refused } from "./failure.ts";
import { LIMITS } from "./limits.ts";
import { THREADABLE_TYPES, type Places } from "./places.ts";
import type { Refusals } from "./refusals.ts";

/** Where a question stands, and what its thread would be called. */
export interface Spot {
  readonly channel: string;
  readonly message: string;
  readonly guild?: string;
  readonly title: string;
}

export interface ChannelPosts {
  /** The first call posts, later ones for the same question replace what was posted. */
  readonly answer: (spot: Spot, message: Body) => Promise<void>;
  /** A message of its own; the nonce keeps it single. */
  readonly post: (channel: string, message: Body, nonce: string) => Promise<string>;
  /** What was posted for this question. */
  readonly answerTo: (
    question: string,
  ) => Promise<{ channel: string; message: string } | undefined>;
  /** The question was deleted: takes its answer back, also one that is still on its way. */
  readonly retract: (question: string) => Promise<void>;
}

/** Starting threads may be forbidden where writing is not. */
const threadsOf = (channel: string): string => `${channel}:threads`;

/** Between tries while Discord is failing: within the core's patience for one message. */
const PAUSES_MS = [500, 2_000, 5_000];
const PATIENCE_MS = 25_000;
const REMEMBERED_MS = 24 * 60 * 60_000;

export function createChannelPosts(parts: {
  readonly calls: Calls;
  readonly places: Places;
  readonly refusals: Refusals;
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Metrics;
}): ChannelPosts {
  const { calls, places, refusals, store, clock, log, metrics } = parts;
  const deleted = new LRUCache<string, true>({ max: 10_000 });
  const posted = new LRUCache<string, { channel: string; message: string }>({ max: 10_000 });
  const key = (question: string): string => `discord-answer:${question}`;

  async function post(
    channel: string,
    message: Body,
    nonce: string,
    replyTo?: string,
  ): Promise<string> {
    if (refusals.closed(channel)) {
      metrics.count("discord_posts_skipped_total");
      throw new DocentError("platform-refused", "Discord refused three messages in this channel", {
        remedy:
          "Give Docent's role the permissions that docs/discord.md lists there; it tries again in ten minutes.",
      });
    }
    const patience = new AbortController();
    const timer = clock.sleep(PATIENCE_MS, patience.signal).then(
      () => patience.abort(),
      () => undefined,
    );
    try {
      return await persistently(
        () => calls.post(channel, message, nonce, patience.signal, replyTo),
        patience.signal,
      );
    } catch (error) {
      if (isForbidden(error)) refusals.note(channel);
      throw isGone(error) || isForbidden(error) ? error : refused("posting a message", error);
    } finally {
      patience.abort();
      await timer;
    }
  }

  async function persistently(
    call: () => Promise<{ readonly id: string }>,
    signal: AbortSignal,
  ): Promise<string> {
    for (const pause of [...PAUSES_MS, undefined]) {
      try {
        return (await call()).id;
      } catch (error) {
        if (pause === undefined || signal.aborted || !isPassing(error)) throw error;
        await clock.sleep(pause, signal);
      }
    }
    throw new Error("unreachable");
  }

  /** The thread of the question where it can have one; otherwise a reply beside it. */
  async function target(spot: Spot): Promise<{ channel: string; replyTo?: string }> {
    if (spot.guild === undefined) return { channel: spot.channel };
    const place = await places.find(spot.channel);
    const threadable = place !== undefined && THREADABLE_TYPES.includes(place.type);
    if (!threadable || refusals.closed(threadsOf(spot.channel))) {
      return { channel: spot.channel, replyTo: spot.message };
    }
    try {
      const name = shorten(labelText(spot.title, LIMITS.threadName), LIMITS.threadName);
      const thread = await calls.startThread(spot.channel, spot.message, name);
      places.learn(thread);
      return { channel: thread.id };
    } catch (error) {
      if (isGone(error)) throw error;
      // Discord gives the thread of a message the message's own id.
      if (codeOf(error) === CODES.threadExists) return { channel: spot.message };
      if (isForbidden(error)) refusals.note(threadsOf(spot.channel));
      log.info(
        { code: codeOf(error) },
        "no thread could be started: the answer goes into the channel",
      );
      return { channel: spot.channel, replyTo: spot.message };
    }
  }

  async function answerTo(
    question: string,
  ): Promise<{ channel: string; message: string } | undefined> {
    const local = posted.get(question);
    if (local !== undefined) return local;
    const value = await store.get(key(question)).catch(() => undefined);
    const [channel, message] = typeof value === "string" ? value.split("/") : [];
    return channel === undefined || message === undefined ? undefined : { channel, message };
  }

  async function remember(
    question: string,
    where: { channel: string; message: string },
  ): Promise<void> {
    posted.set(question, where);
    try {
      await store.set(key(question), `${where.channel}/${where.message}`, { ttlMs: REMEMBERED_MS });
    } catch {
      // Only edits and deletions of the question after a restart need it.
      metrics.count("skipped_total", { what: "discord-answer" });
    }
  }

  async function remove(where: { channel: string; message: string }): Promise<void> {
    try {
      await calls.remove(where.channel, where.message);
    } catch (error) {
      if (!isGone(error)) throw refused("deleting an answer", error);
    }
  }

  return {
    answerTo,
    post: (channel, message, nonce) => post(channel, message, nonce),
    async answer(spot, message) {
      if (deleted.has(spot.message)) return;
      try {
        const before = await answerTo(spot.message);
        if (before !== undefined) {
          await calls.edit(before.channel, before.message, message);
          return;
        }
        const { channel, replyTo } = await target(spot);
        const id = await post(channel, message, `q${spot.message}`, replyTo);
        await remember(spot.message, { channel, message: id });
        if (deleted.has(spot.message)) await remove({ channel, message: id });
      } catch (error) {
        if (!isGone(error))
          throw error instanceof DocentError ? error : refused("answering", error);
        log.info({ code: codeOf(error) }, "a question was deleted before it was answered");
      }
    },
    async retract(question) {
      deleted.set(question, true);
      const where = await answerTo(question);
      if (where === undefined) return;
      await remove(where);
      posted.delete(question);
      await store.delete(key(question)).catch(() => false);
    },
  };
}
