import { LRUCache } from "lru-cache";
import { z } from "zod";
import type { BestEffort, Store } from "../../src/index.ts";
import { TIMES } from "./limits.ts";

/** What Docent remembers of its own messages: ids and time stamps, never a word of what was asked or answered. */
const replyShape = z.object({
  ts: z.string(),
  thread: z.string(),
  /** The answer in it; none in a sentence of our own. */
  answer: z.string().optional(),
});
const threadShape = z.object({ asker: z.string(), state: z.enum(["ours", "left"]) });
/** The reply to a question that began its thread stands for the thread, too: most do, and one record less is written. */
const openingShape = replyShape.extend({ asker: z.string() });

export type ReplyRecord = z.infer<typeof replyShape>;
export type ThreadRecord = z.infer<typeof threadShape>;

export interface Records {
  reply(place: string, question: string): Promise<ReplyRecord | undefined>;
  answered(place: string, question: string, reply: ReplyRecord, asker: string): Promise<void>;
  thread(place: string, thread: string): Promise<ThreadRecord | undefined>;
  /** A human answered, or somebody said "Not it": only a mention brings us back. */
  leave(place: string, thread: string, asker: string): Promise<void>;
  deleted(place: string, question: string): Promise<void>;
  /** What this process has heard of itself, without asking the store. */
  isDeletedHere(place: string, question: string): boolean;
  isDeleted(place: string, question: string): Promise<boolean>;
}

/** As many as can be on their way to an answer. */
const DELETED_HERE = 1_000;

/** A store that is down costs a follow-up or an edit, never an answer: each failure is counted and means "not known". */
export function createRecords(store: Store, attempt: BestEffort): Records {
  const options = { ttlMs: TIMES.remember };
  const deletedHere = new LRUCache<string, true>({ max: DELETED_HERE });

  const WHAT = "slack-record";
  const read = async <T>(key: string, shape: z.ZodType<T>): Promise<T | undefined> => {
    const parsed = shape.safeParse(await attempt(WHAT, undefined, () => store.get(key)));
    return parsed.success ? parsed.data : undefined;
  };
  const write = (key: string, value: unknown): Promise<void> =>
    attempt(WHAT, undefined, () => store.set(key, value, options));

  const replyKey = (place: string, ts: string): string => `slack-reply:${place}:${ts}`;
  const threadKey = (place: string, ts: string): string => `slack-thread:${place}:${ts}`;
  const deletedKey = (place: string, ts: string): string => `slack-deleted:${place}:${ts}`;

  return {
    reply: (place, question) => read(replyKey(place, question), replyShape),
    async thread(place, thread) {
      const known = await read(threadKey(place, thread), threadShape);
      if (known !== undefined) return known;
      const opening = await read(replyKey(place, thread), openingShape);
      return opening && { asker: opening.asker, state: "ours" };
    },
    async answered(place, question, reply, asker) {
      const key = replyKey(place, question);
      if (reply.thread === question) return write(key, { ...reply, asker });
      const thread: ThreadRecord = { asker, state: "ours" };
      await Promise.all([write(key, reply), write(threadKey(place, reply.thread), thread)]);
    },
    leave: (place, thread, asker) => write(threadKey(place, thread), { asker, state: "left" }),
    deleted(place, question) {
      deletedHere.set(deletedKey(place, question), true);
      return write(deletedKey(place, question), true);
    },
    isDeletedHere: (place, question) => deletedHere.has(deletedKey(place, question)),
    isDeleted: async (place, question) =>
      (await attempt(WHAT, undefined, () => store.get(deletedKey(place, question)))) !== undefined,
  };
}
