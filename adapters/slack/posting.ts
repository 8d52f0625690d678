import { z } from "zod";
import { createLanes } from "../../src/index.ts";
import type { Clock, Log, Metrics } from "../../src/index.ts";
import { failureOf, isRefusedWith, slackError } from "./failure.ts";
import { TIMES } from "./limits.ts";
import type { SlackMessage } from "./render.ts";
import type { Web } from "./web.ts";

/** Where a message goes. */
export interface Place {
  readonly channel: string;
  readonly thread?: string;
}

/** A post that may be tried several times and must appear once. */
export interface Post extends Place {
  readonly message: SlackMessage;
  /** The same for every try, also by another process: what is looked for before posting again. */
  readonly key: string;
  /** Another process may have posted it before: look first. */
  readonly again?: boolean;
  /** A time stamp from before the first try, in Slack's own time; where looking begins. */
  readonly after: string;
  readonly signal?: AbortSignal;
}

export interface Posting {
  /** Resolves with the time stamp of the one message. Rejects with a `DocentError`. */
  post(post: Post): Promise<string>;
  update(place: Place & { readonly ts: string }, message: SlackMessage): Promise<void>;
  /** The same; undefined where the message does not stand any more. */
  change(
    place: Place & { readonly ts: string },
    message: SlackMessage,
  ): Promise<string | undefined>;
  remove(channel: string, ts: string): Promise<void>;
}

const EVENT_TYPE = "docent_message";
/** Ten thousand messages since the first try; whoever sends us in circles is not followed for ever. */
const MOST_PAGES = 50;
const posted = z.object({ ts: z.string() });
const history = z.object({
  messages: z
    .array(
      z.object({
        ts: z.string(),
        metadata: z.object({ event_type: z.string(), event_payload: z.looseObject({}) }).optional(),
      }),
    )
    .default([]),
  /** Empty on the last page: https://docs.slack.dev/apis/web-api/pagination */
  response_metadata: z.object({ next_cursor: z.string().default("") }).prefault({}),
});

/**
 * Sends messages, each exactly once. After a call whose outcome is not known (no reply in time, a broken one), the thread
 * is read first: a message with our key in its metadata is ours, and is not posted again.
 */
export function createPosting(web: Web, clock: Clock, log: Log, metrics: Metrics): Posting {
  const lanes = createLanes(clock, TIMES.betweenPosts);

  /** Looks at all that was said since, however busy the place. */
  async function find({ channel, thread, key, after }: Post): Promise<string | undefined> {
    const place = thread === undefined ? { channel } : { channel, ts: thread };
    const method = thread === undefined ? "conversations.history" : "conversations.replies";
    let cursor: string | undefined;
    for (let pages = 0; pages < MOST_PAGES && cursor !== ""; pages += 1) {
      const page = history.parse(
        await web.call(method, {
          ...place,
          oldest: after,
          include_all_metadata: true,
          limit: 200,
          cursor,
        }),
      );
      const ours = page.messages.find(
        ({ metadata }) =>
          metadata?.event_type === EVENT_TYPE && metadata.event_payload["key"] === key,
      );
      if (ours !== undefined) return ours.ts;
      cursor = page.response_metadata.next_cursor;
    }
    return undefined;
  }

  async function send({ channel, thread, message, key }: Post, plain: boolean): Promise<string> {
    const reply = await web.call("chat.postMessage", {
      channel,
      ...(thread !== undefined && { thread_ts: thread }),
      text: message.text,
      ...(!plain && { blocks: message.blocks }),
      unfurl_links: false,
      unfurl_media: false,
      metadata: { event_type: EVENT_TYPE, event_payload: { key } },
    });
    return posted.parse(reply).ts;
  }

  /** One message, tried until it stands, is refused or is too late. */
  async function deliver(post: Post): Promise<string> {
    const until = clock.now() + TIMES.post;
    let look = post.again === true;
    let plain = false;
    for (let tries = 0; ; tries += 1) {
      try {
        const found = look ? await find(post) : undefined;
        if (found !== undefined) return found;
        look = false;
        return await send(post, plain);
      } catch (error) {
        const failure = failureOf(error);
        if (failure.kind === "refused") {
          // Better the words alone than silence; a fault of ours, so it is loud.
          if (failure.code !== "invalid_blocks" || plain) throw slackError("a message", error);
          log.error({ code: failure.code }, "Slack refused our blocks; the words are sent alone");
          plain = true;
          continue;
        }
        look ||= failure.kind === "unsure";
        const wait =
          failure.kind === "limited" ? failure.retryInMs : Math.min(1000 * 2 ** tries, 15_000);
        if (clock.now() + wait > until) throw slackError("a message", error);
        metrics.count("slack_posts_repeated_total", { why: failure.kind });
        await clock.sleep(wait, post.signal);
      }
    }
  }

  async function retrying(what: string, work: () => Promise<unknown>): Promise<void> {
    const until = clock.now() + TIMES.post;
    for (let tries = 0; ; tries += 1) {
      try {
        await work();
        return;
      } catch (error) {
        const failure = failureOf(error);
        const wait = failure.kind === "limited" ? failure.retryInMs : 1000 * 2 ** tries;
        if (failure.kind === "refused" || clock.now() + wait > until) throw slackError(what, error);
        await clock.sleep(wait);
      }
    }
  }

  const update: Posting["update"] = ({ channel, ts }, { text, blocks }) =>
    retrying("an update", () => web.call("chat.update", { channel, ts, text, blocks }));

  return {
    post: (post) => lanes.run(post.channel, () => deliver(post), post.signal),
    update,
    async change(place, message) {
      try {
        await update(place, message);
        return place.ts;
      } catch (error) {
        if (isRefusedWith(error, "message_not_found")) return undefined;
        throw error;
      }
    },
    async remove(channel, ts) {
      try {
        await retrying("a deletion", () => web.call("chat.delete", { channel, ts }));
      } catch (error) {
        // Somebody was faster.
        if (!isRefusedWith(error, "message_not_found")) throw error;
      }
    },
  };
}
