import { LRUCache } from "lru-cache";
import { z } from "zod";
import type { Metrics, Store } from "../../src/index.ts";

/** A message of ours. */
export interface Posted {
  readonly channel: string;
  readonly message: string;
}

/** A message of somebody's. */
export interface Asking {
  readonly message: string;
  readonly guild?: string;
}

/** Which answer stands for which question: for edits, deletions and second thoughts. */
export interface PostedAnswers {
  readonly find: (question: Asking) => Promise<Posted | undefined>;
  readonly remember: (question: Asking, where: Posted, user: string) => Promise<void>;
  readonly forget: (question: Asking) => Promise<void>;
}

const recordShape = z.object({ channel: z.string(), message: z.string() });
const KEPT_MS = 24 * 60 * 60_000;

/**
 * Kept here for this process and in the store for others and for after a restart: ids only, those of the guild and of who
 * asked among them, so that it can be deleted with everything else of theirs.
 */
export function createPostedAnswers(store: Store, metrics: Metrics): PostedAnswers {
  const near = new LRUCache<string, Posted>({ max: 10_000 });
  const key = ({ guild = "direct", message }: Asking): string =>
    `discord-answer:${guild}:${message}`;
  // Without the store an answer is posted all the same; only changes after a restart miss it.
  const skipped = (): undefined => void metrics.count("skipped_total", { what: "discord-answer" });

  return {
    async find(question) {
      const local = near.get(question.message);
      if (local !== undefined) return local;
      const kept = recordShape.safeParse(await store.get(key(question)).catch(skipped));
      return kept.success ? { channel: kept.data.channel, message: kept.data.message } : undefined;
    },
    async remember(question, where, user) {
      near.set(question.message, where);
      await store.set(key(question), { ...where, user }, { ttlMs: KEPT_MS }).catch(skipped);
    },
    async forget(question) {
      near.delete(question.message);
      await store.delete(key(question)).catch(skipped);
    },
  };
}
