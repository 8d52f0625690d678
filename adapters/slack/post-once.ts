import { z } from "zod";
import { TIMES } from "./limits.ts";
import type { Parts } from "./parts.ts";
import type { Post } from "./posting.ts";
import { secondsBefore } from "./tell.ts";

export interface Once {
  readonly ts: string;
  /** It stood before: nothing was posted for this press. */
  readonly stood: boolean;
}

/**
 * Posts what a button asks for once, however often and by however many it is pressed, for as long as `keptMs`. After a try
 * whose outcome Slack never told, the next press looks for the message first, from where that try began. Undefined while
 * another press is at it. Rejects with a `DocentError`; the next press tries again.
 */
export type PostOnce = (
  post: Omit<Post, "after" | "again">,
  keptMs: number,
) => Promise<Once | undefined>;

const triedShape = z.object({ after: z.string(), ts: z.string().optional() });
/** A process that died while posting must not keep the message from being posted. */
const POSTING_MS = 2 * TIMES.post;

export function createPostOnce({
  services,
  posting,
}: Pick<Parts, "services" | "posting">): PostOnce {
  const { store, clock } = services;

  return async (post, keptMs) => {
    const key = `slack-once:${post.key}`;
    const claimed = `slack-posting:${post.key}`;
    const tried = async () => triedShape.safeParse(await store.get(key)).data;
    const stood = (ts: string): Once => ({ ts, stood: true });

    if (!(await store.claim(claimed, { ttlMs: POSTING_MS }))) {
      const ts = (await tried())?.ts;
      return ts === undefined ? undefined : stood(ts);
    }
    try {
      const before = await tried();
      if (before?.ts !== undefined) return stood(before.ts);
      const after = before?.after ?? secondsBefore(clock.now());
      await store.set(key, { after }, { ttlMs: keptMs });
      const ts = await posting.post({ ...post, after, again: before !== undefined });
      await store.set(key, { after, ts }, { ttlMs: keptMs });
      return { ts, stood: false };
    } finally {
      await store.delete(claimed);
    }
  };
}
