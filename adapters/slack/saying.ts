import { explain } from "../../src/index.ts";
import type { Notice } from "../../src/index.ts";
import { placeOf } from "./audience.ts";
import type { Question } from "./parse.ts";
import type { Parts } from "./parts.ts";
import { renderNotice } from "./render.ts";
import type { SlackMessage } from "./render.ts";

/** What is said below one question: its answer once, and a sentence of ours before it or in its place. */
export interface Saying {
  answer(message: SlackMessage, answer: string): Promise<void>;
  notice(notice: Notice): Promise<void>;
}

export interface Below {
  readonly question: Question;
  /** The same for every try, also by another process. */
  readonly key: string;
  /** It was edited: what was said before is changed, and nothing is said a second time. */
  readonly edited: boolean;
  /** Another process may have said something already. */
  readonly again: boolean;
}

export function createSaying(
  { posting, records, services }: Pick<Parts, "posting" | "records" | "services">,
  { question, key, edited, again }: Below,
): Saying {
  const { team, channel, user, ts } = question;
  const place = placeOf(team, channel);
  const thread = question.thread ?? ts;
  /** A sentence that is to be taken away when the answer stands. */
  let meanwhile: string | undefined;
  let sending: { readonly stop: AbortController; readonly done: Promise<boolean> } | undefined;

  /** Resolves with the message's time stamp. */
  async function put(
    message: SlackMessage,
    post: { readonly key: string; readonly signal?: AbortSignal },
    answer?: string,
  ): Promise<string> {
    const before = again || edited ? await records.reply(place, ts) : undefined;
    if (!edited && before?.answer === undefined) meanwhile ??= before?.ts;
    const changed =
      edited && before !== undefined
        ? await posting.change({ channel, ts: before.ts }, message)
        : undefined;
    const stands =
      changed ?? (await posting.post({ channel, thread, message, after: ts, again, ...post }));
    const reply = { ts: stands, thread: before?.thread ?? thread };
    await records.answered(place, ts, { ...reply, ...(answer !== undefined && { answer }) }, user);
    return stands;
  }

  async function takeAway(said: string): Promise<void> {
    try {
      await posting.remove(channel, said);
    } catch (error) {
      services.log.info({ error: explain(error) }, "what was said meanwhile still stands");
    }
  }

  return {
    async answer(message, answer) {
      if (records.isDeletedHere(place, ts)) return;
      const stop = new AbortController();
      const putting = put(message, { key, signal: stop.signal }, answer);
      const done = putting.then(
        () => true,
        () => false,
      );
      sending = { stop, done };
      const stands = await putting;
      if (meanwhile !== undefined && meanwhile !== stands) await takeAway(meanwhile);
      // Deleted while we answered, here or at another replica: the answer goes, too.
      if (await records.isDeleted(place, ts)) await posting.remove(channel, stands);
    },
    /** First makes sure that an answer is not still on its way. */
    async notice(notice) {
      sending?.stop.abort(new Error("given up: the asker is told so instead"));
      if ((await sending?.done) === true) return;
      meanwhile = await put(renderNotice(notice), { key: `${key}:${notice.kind}` });
    },
  };
}
