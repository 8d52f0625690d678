import { LRUCache } from "lru-cache";
import { z } from "zod";
import type { BestEffort, Store } from "../../src/index.ts";

/** A message of ours. */
export interface Posted {
  readonly channel: string;
  readonly message: string;
  /** The answer in it; none in a sentence of our own. */
  readonly answer?: string;
}

/** A message of somebody's. */
export interface Asking {
  readonly message: string;
  readonly guild?: string;
}

/** Which answer stands for which question: for edits, deletions and second thoughts. */
export interface PostedAnswers {
  /** As far as this process knows, without asking the store. */
  readonly known: (question: Asking) => Posted | undefined;
  readonly find: (question: Asking) => Promise<Posted | undefined>;
  readonly remember: (question: Asking, where: Posted, user: string) => Promise<void>;
  readonly forget: (question: Asking) => Promise<void>;
}

const recordShape = z.object({
  channel: z.string(),
  message: z.string(),
  answer: z.string().optional(),
});
/** As long as the words of a question are kept: deleting it has to reach them. */
const KEPT_MS = 7 * 86_400_000;

/**
 * Kept here for this process and in the store for others and for after a restart: ids only, those of the guild and of who
 * asked among them, so that it can be deleted with everything else of theirs.
 */
export function createPostedAnswers(store: Store, attempt: BestEffort): PostedAnswers {
  const near = new LRUCache<string, Posted>({ max: 10_000 });
  const key = ({ guild = "direct", message }: Asking): string =>
    `discord-answer:${guild}:${message}`;
  // Without the store an answer is posted all the same; only changes after a restart miss it.
  const WHAT = "discord-answer";

  return {
    known: ({ message }) => near.get(message),
    async find(question) {
      const local = near.get(question.message);
      if (local !== undefined) return local;
      const kept = recordShape.safeParse(
        await attempt(WHAT, undefined, () => store.get(key(question))),
      );
      if (!kept.success) return undefined;
      const { answer, ...where } = kept.data;
      return { ...where, ...(answer === undefined ? {} : { answer }) };
    },
    async remember(question, where, user) {
      near.set(question.message, where);
      await attempt(WHAT, undefined, () =>
        store.set(key(question), { ...where, user }, { ttlMs: KEPT_MS }),
      );
    },
    async forget(question) {
      near.delete(question.message);
      await attempt(WHAT, false, () => store.delete(key(question)));
    },
  };
}
