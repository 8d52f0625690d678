import type { APIChannel } from "discord.js";
import { LRUCache } from "lru-cache";
import type { Calls } from "./calls.ts";

/** What an answer needs to know of a channel. */
export interface Channel {
  readonly type: number;
  readonly parent?: string;
  readonly name?: string;
  readonly owner?: string;
}

/**
 * Channels by id: those the gateway told of, otherwise asked for once. Undefined: not there or not ours to see. `learn`: of
 * a thread that was just opened.
 */
export interface Places {
  readonly find: (id: string) => Promise<Channel | undefined>;
  readonly learn: (thread: APIChannel) => void;
}

export const THREAD_TYPES: readonly number[] = [10, 11, 12];
/** Forums and media channels hold posts only; the first message of a post has the post's id. */
export const FORUM_TYPES: readonly number[] = [15, 16];
/** Where a message can have a thread: text and announcement channels. */
export const THREADABLE_TYPES: readonly number[] = [0, 5];

const KEPT_MS = 10 * 60_000;
/** What changes of a thread comes with an event; its parent and who opened it never do. */
const THREAD_MS = 4 * 3_600_000;

export function createPlaces(
  calls: Pick<Calls, "channel">,
  known: (id: string) => Channel | undefined,
): Places {
  const asked = new LRUCache<string, Promise<Channel | undefined>>({ max: 5_000, ttl: KEPT_MS });
  return {
    find(id) {
      const cached = known(id);
      if (cached !== undefined) return Promise.resolve(cached);
      const earlier = asked.get(id);
      if (earlier !== undefined) return earlier;
      const answer = calls.channel(id).then(channelOf, () => undefined);
      asked.set(id, answer);
      return answer;
    },
    learn(thread) {
      asked.set(thread.id, Promise.resolve(channelOf(thread)), { ttl: THREAD_MS });
    },
  };
}

/** Reads what Discord says of a channel; fields it leaves out stay out. */
function channelOf(channel: APIChannel): Channel {
  const parent = "parent_id" in channel ? channel.parent_id : undefined;
  const owner = "owner_id" in channel ? channel.owner_id : undefined;
  return {
    type: channel.type,
    // A text channel's parent is its category, which says nothing about who reads it.
    ...(THREAD_TYPES.includes(channel.type) && parent ? { parent } : {}),
    ...(channel.name ? { name: channel.name } : {}),
    ...(owner ? { owner } : {}),
  };
}
