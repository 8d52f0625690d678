import { LRUCache } from "lru-cache";
import type { Metrics, Store } from "../../src/index.ts";

/** A message of ours. */
export interface Posted {
  readonly channel: string;
  readonly message: string;
}

/** Which answer stands for which question: for edits, deletions and second thoughts. */
export interface PostedAnswers {
  readonly find: (question: string) => Promise<Posted | undefined>;
  readonly remember: (question: string, where: Posted) => Promise<void>;
  readonly forget: (question: string) => Promise<void>;
}

const KEPT_MS = 24 * 60 * 60_000;

/** Kept here for this process and in the store for others and for after a restart. */
export function createPostedAnswers(store: Store, metrics: Metrics): PostedAnswers {
  const near = new LRUCache<string, Posted>({ max: 10_000 });
  const key = (question: string): string => `discord-answer:${question}`;
  // Without the store an answer is posted all the same; only changes after a restart miss it.
  const skipped = (): undefined => void metrics.count("skipped_total", { what: "discord-answer" });

  return {
    async find(question) {
      const local = near.get(question);
      if (local !== undefined) return local;
      const value = await store.get(key(question)).catch(skipped);
      const [channel, message] = typeof value === "string" ? value.split("/") : [];
      return channel === undefined || message === undefined ? undefined : { channel, message };
    },
    async remember(question, where) {
      near.set(question, where);
      const value = `${where.channel}/${where.message}`;
      await store.set(key(question), value, { ttlMs: KEPT_MS }).catch(skipped);
    },
    async forget(question) {
      near.delete(question);
      await store.delete(key(question)).catch(skipped);
    },
  };
}
