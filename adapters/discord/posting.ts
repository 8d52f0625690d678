import { LRUCache } from "lru-cache";
import {
  createBestEffort,
  DocentError,
  type Clock,
  type Log,
  type Metrics,
  type Store,
} from "../../src/index.ts";
import { answerPlace, type Spot } from "./answer-thread.ts";
import type { Calls } from "./calls.ts";
import type { Outgoing } from "./components.ts";
import { codeOf, isForbidden, isGone, isPassing, refused } from "./failure.ts";
import type { Places } from "./places.ts";
import { createPostedAnswers, type Asking, type Posted } from "./records.ts";
import type { Refusals } from "./refusals.ts";

export interface ChannelPosts {
  /**
   * The first call posts, later ones for the same question replace what was posted. `id`: of the answer drawn in it. False:
   * there is nothing to answer to any more.
   */
  readonly answer: (spot: Spot, draw: () => Promise<Outgoing>, id?: string) => Promise<boolean>;
  /** A message of its own; the nonce keeps it single. */
  readonly post: (channel: string, message: Outgoing, nonce: string) => Promise<string>;
  /** What was posted for this question. */
  readonly answerTo: (question: Asking) => Promise<Posted | undefined>;
  /** The question was deleted: takes its answer back, also one that is still on its way. Resolves with what stood there. */
  readonly retract: (question: Asking) => Promise<Posted | undefined>;
  /** Whether the question was deleted while this process ran. */
  readonly isDeleted: (question: Asking) => boolean;
}

/** Between tries while Discord is failing: within the core's patience for one message. */
const PAUSES_MS = [500, 2_000, 5_000];
const PATIENCE_MS = 25_000;

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
  const answers = createPostedAnswers(store, createBestEffort(log, metrics));

  async function post(
    channel: string,
    message: Outgoing,
    nonce: string,
    replyTo?: string,
  ): Promise<string> {
    const patience = new AbortController();
    const callOff = clock.after(PATIENCE_MS, () => patience.abort(new Error("out of patience")));
    try {
      const once = () => calls.post(channel, message, nonce, patience.signal, replyTo);
      return await persistently(
        () => refusals.attempt(channel, once, patience.signal),
        patience.signal,
      );
    } catch (error) {
      const known = error instanceof DocentError || isGone(error) || isForbidden(error);
      throw known ? error : refused("posting a message", error);
    } finally {
      callOff();
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
    isDeleted: ({ message }) => deleted.has(message),
    async answer(spot, draw, id) {
      if (deleted.has(spot.message)) return false;
      const drawn = id === undefined ? {} : { answer: id };
      try {
        const before = spot.fresh ? answers.known(spot) : await answers.find(spot);
        if (before !== undefined) {
          await calls.edit(before.channel, before.message, await draw());
          const { answer: _, ...where } = before;
          await answers.remember(spot, { ...where, ...drawn }, spot.user);
          return true;
        }
        const [{ channel, replyTo }, message] = await Promise.all([
          answerPlace(spot, parts),
          draw(),
        ]);
        const posted = await post(channel, message, `q${spot.message}`, replyTo);
        await answers.remember(spot, { channel, message: posted, ...drawn }, spot.user);
        if (!deleted.has(spot.message)) return true;
        await remove({ channel, message: posted });
      } catch (error) {
        if (!isGone(error))
          throw error instanceof DocentError ? error : refused("answering", error);
        log.info({ code: codeOf(error) }, "a question was deleted before it was answered");
      }
      return false;
    },
    async retract(question) {
      deleted.set(question.message, true);
      const where = await answers.find(question);
      if (where === undefined) return undefined;
      await remove(where);
      await answers.forget(question);
      return where;
    },
  };
}
