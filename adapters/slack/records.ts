import { z } from "zod";
import { explain } from "../../src/index.ts";
import type { Log, Store } from "../../src/index.ts";
import { TIMES } from "./limits.ts";

/** What Docent remembers of its own messages: ids and time stamps, never a word of what was asked or answered. */
const replyShape = z.object({ ts: z.string(), thread: z.string() });
const threadShape = z.object({ asker: z.string(), state: z.enum(["ours", "left"]) });

export type ReplyRecord = z.infer<typeof replyShape>;
export type ThreadRecord = z.infer<typeof threadShape>;

export interface Records {
  reply(place: string, question: string): Promise<ReplyRecord | undefined>;
  answered(place: string, question: string, reply: ReplyRecord, asker: string): Promise<void>;
  thread(place: string, thread: string): Promise<ThreadRecord | undefined>;
  /** A human answered, or somebody said "Not it": only a mention brings us back. */
  leave(place: string, thread: string, asker: string): Promise<void>;
  deleted(place: string, question: string): Promise<void>;
  isDeleted(place: string, question: string): Promise<boolean>;
}

/** A store that is down costs a follow-up or an edit, never an answer: each failure is logged and means "not known". */
export function createRecords(store: Store, log: Log): Records {
  const options = { ttlMs: TIMES.remember };

  async function attempt<T>(what: string, otherwise: T, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      log.warn(
        { what, error: explain(error) },
        "a record of a Slack thread could not be read or written",
      );
      return otherwise;
    }
  }
  const read = async <T>(key: string, shape: z.ZodType<T>): Promise<T | undefined> => {
    const parsed = shape.safeParse(await attempt("read", undefined, () => store.get(key)));
    return parsed.success ? parsed.data : undefined;
  };
  const write = (key: string, value: unknown): Promise<void> =>
    attempt("write", undefined, () => store.set(key, value, options));

  const replyKey = (place: string, ts: string): string => `slack-reply:${place}:${ts}`;
  const threadKey = (place: string, ts: string): string => `slack-thread:${place}:${ts}`;
  const deletedKey = (place: string, ts: string): string => `slack-deleted:${place}:${ts}`;

  return {
    reply: (place, question) => read(replyKey(place, question), replyShape),
    thread: (place, thread) => read(threadKey(place, thread), threadShape),
    async answered(place, question, reply, asker) {
      const thread: ThreadRecord = { asker, state: "ours" };
      await Promise.all([
        write(replyKey(place, question), reply),
        write(threadKey(place, reply.thread), thread),
      ]);
    },
    leave: (place, thread, asker) => write(threadKey(place, thread), { asker, state: "left" }),
    deleted: (place, question) => write(deletedKey(place, question), true),
    isDeleted: async (place, question) =>
      (await attempt("read", undefined, () => store.get(deletedKey(place, question)))) !==
      undefined,
  };
}
