import { LRUCache } from "lru-cache";
import { DocentError, type Clock, type Log, type Metrics, type Store } from "../../src/index.ts";
import { answerPlace, type Spot } from "./answer-thread.ts";
import type { Calls } from "./calls.ts";
import type { Body } from "./components.ts";
import { codeOf, isForbidden, isGone, isPassing, refused } from "./failure.ts";
import type { Places } from "./places.ts";
import { createPostedAnswers, type Asking, type Posted } from "./records.ts";
import type { Refusals } from "./refusals.ts";

export interface ChannelPosts {
  /** The first call posts, later ones for the same question replace what was posted. */
  readonly answer: (spot: Spot, message: Body) => Promise<void>;
  /** A message of its own; the nonce keeps it single. */
  readonly post: (channel: string, message: Body, nonce: string) => Promise<string>;
  /** What was posted for this question. */
  readonly answerTo: (question: Asking) => Promise<Posted | undefined>;
  /** The question was deleted: takes its answer back, also one that is still on its way. */
  readonly retract: (question: Asking) => Promise<void>;
}

/** Between tries while Discord is failing: within the core's patience for one message. */
const PAUSES_MS = [500, 2_000, 5_000];
const PATIENCE_MS = 25_000;

/** Given along so that no error with a stack is made for each answer. */
const OVER = new Error("over");

export function createChannelPosts(parts: {
  readonly calls: Calls;
  readonly places: Places;
  readonly refusals: Refusals;
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Metrics;
}): ChannelPosts {
  const { calls, refusals, store, clock, log, metrics } = parts;
  const deleted = new LRUCache<string, true>({ max: 10_000 });
  const answers = createPostedAnswers(store, metrics);

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
      () => patience.abort(OVER),
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
      patience.abort(OVER);
      await timer;
    }
  }

  async function persistently(
    call: () => Promise<{ readonly id: string }>,
    signal: AbortSignal,
  ): Promise<string> {
    for (const pause of PAUSES_MS) {
      try {
        return (await call()).id;
      } catch (error) {
        if (signal.aborted || !isPassing(error)) throw error;
        await clock.sleep(pause, signal);
      }
    }
    return (await call()).id;
  }

  async function remove(where: Posted): Promise<void> {
    try {
      await calls.remove(where.channel, where.message);
    } catch (error) {
      if (!isGone(error)) throw refused("deleting an answer", error);
    }
  }

  return {
    answerTo: answers.find,
    post: (channel, message, nonce) => post(channel, message, nonce),
    async answer(spot, message) {
      if (deleted.has(spot.message)) return;
      try {
        const before = await answers.find(spot);
        if (before !== undefined) {
          await calls.edit(before.channel, before.message, message);
          return;
        }
        const { channel, replyTo } = await answerPlace(spot, parts);
        const id = await post(channel, message, `q${spot.message}`, replyTo);
        await answers.remember(spot, { channel, message: id }, spot.user);
        if (deleted.has(spot.message)) await remove({ channel, message: id });
      } catch (error) {
        if (!isGone(error))
          throw error instanceof DocentError ? error : refused("answering", error);
        log.info({ code: codeOf(error) }, "a question was deleted before it was answered");
      }
    },
    async retract(question) {
      deleted.set(question.message, true);
      const where = await answers.find(question);
      if (where === undefined) return;
      await remove(where);
      await answers.forget(question);
    },
  };
}
