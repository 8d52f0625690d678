import { labelText, type Log } from "../../src/index.ts";
import type { Calls } from "./calls.ts";
import { codeOf, CODES, isGone } from "./failure.ts";
import { LIMITS } from "./limits.ts";
import { THREADABLE_TYPES, type Places } from "./places.ts";
import type { Refusals } from "./refusals.ts";

/** Where a question stands, and what its thread would be called. */
export interface Spot {
  readonly channel: string;
  readonly message: string;
  readonly guild?: string;
  /** Who asked. */
  readonly user: string;
  readonly title: string;
  /** Asked just now, for the first time: only this process can have answered it. */
  readonly fresh: boolean;
}

/** Starting threads may be forbidden where writing is not. */
const threadsOf = (channel: string): string => `${channel}:threads`;

/** The thread of the question where it can have one; otherwise a reply beside it. */
export async function answerPlace(
  spot: Spot,
  parts: {
    readonly calls: Pick<Calls, "startThread">;
    readonly places: Places;
    readonly refusals: Refusals;
    readonly log: Log;
  },
): Promise<{ readonly channel: string; readonly replyTo?: string }> {
  const { calls, places, refusals, log } = parts;
  const { channel, message, guild, title } = spot;
  if (guild === undefined) return { channel };
  const place = await places.find(channel);
  const threadable = place !== undefined && THREADABLE_TYPES.includes(place.type);
  if (!threadable || refusals.closed(threadsOf(channel))) return { channel, replyTo: message };
  try {
    const name = labelText(title, LIMITS.threadName);
    const thread = await refusals.attempt(threadsOf(channel), () =>
      calls.startThread(channel, message, name),
    );
    places.learn(thread);
    return { channel: thread.id };
  } catch (error) {
    if (isGone(error)) throw error;
    // Discord gives the thread of a message the message's own id.
    if (codeOf(error) === CODES.threadExists) return { channel: message };
    log.info({ code: codeOf(error) }, "no thread could be started: answered beside the question");
    return { channel, replyTo: message };
  }
}
