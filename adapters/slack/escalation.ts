import { z } from "zod";
import { explain, HAS_EXPIRED } from "../../src/index.ts";
import type { Escalation } from "../../src/index.ts";
import { escalationMessage, humanAnswer } from "./escalation-message.ts";
import { TIMES } from "./limits.ts";
import type { Parts, Person } from "./parts.ts";
import { ownAsker } from "./person.ts";
import { createPostOnce } from "./post-once.ts";
import { secondsBefore } from "./tell.ts";

/** "Ask a human": from the button to the answer that comes back. */
export interface Escalating {
  /** Resolves with what to tell the asker. */
  open(answerId: string, person: Person, where: Where): Promise<string>;
  take(id: string, person: Person): Promise<string | undefined>;
  resolve(id: string, person: Person, answer: string): Promise<string | undefined>;
}

/** Where the question stands, as far as Slack says. */
export interface Where {
  readonly channel?: string | undefined;
  readonly message?: string | undefined;
  readonly thread?: string | undefined;
}

/** Where the human's answer goes, and the message that shows the state; kept beside the core's record. */
const record = z.object({
  channel: z.string(),
  ts: z.string(),
  backTo: z.string(),
  thread: z.string().optional(),
});

type Asked = z.infer<typeof record>;

const KEPT_MS = 90 * 86_400_000;

const recordKey = (id: string): string => `slack-escalation:${id}`;

export function createEscalating(parts: Parts): Escalating {
  const { services, settings, posting, web } = parts;
  const { escalations, store } = services;
  const postOnce = createPostOnce(parts);

  async function permalink({ channel, message }: Where): Promise<string> {
    if (channel === undefined || message === undefined) return "";
    try {
      const reply = await web.call("chat.getPermalink", { channel, message_ts: message });
      return z.object({ permalink: z.string() }).parse(reply).permalink;
    } catch (error) {
      // A message only the asker sees has none.
      services.log.debug({ error: explain(error) }, "no permalink for an escalation");
      return "";
    }
  }

  async function recordOf(id: string): Promise<Asked | undefined> {
    return record.safeParse(await store.get(recordKey(id))).data;
  }

  async function refresh(escalation: Escalation, asked: Asked | undefined): Promise<void> {
    if (asked === undefined) return;
    const { channel, ts } = asked;
    await posting.change({ channel, ts }, escalationMessage(escalation));
  }

  async function bringBack({ id, question }: Escalation, answer: string, asked?: Asked) {
    if (asked === undefined || answer === "") return;
    await posting.post({
      channel: asked.backTo,
      ...(asked.thread !== undefined && { thread: asked.thread }),
      message: humanAnswer(question, answer),
      key: `escalation-answer:${id}`,
      after: secondsBefore(services.clock.now()),
    });
  }

  return {
    async open(answerId, person, where) {
      const channel = settings.escalationChannel;
      if (channel === undefined) return "No channel for questions to humans is set up here.";
      const asker = await ownAsker(parts, person);
      const answer = await services.assistant.recall(answerId, asker);
      if (answer === undefined) return HAS_EXPIRED;
      const escalation = await escalations.open(answer, await permalink(where));
      if (escalation.state !== "open") return "A human has it already.";
      const asked = "The humans have been asked already.";
      if ((await recordOf(escalation.id)) !== undefined) return asked;
      const message = escalationMessage(escalation);
      const post = { channel, message, key: `escalation:${escalation.id}` };
      const once = await postOnce(post, TIMES.remember);
      if (once === undefined) return asked;
      const threaded = where.thread ?? where.message;
      const backTo =
        where.channel === undefined || threaded === undefined ? person.user : where.channel;
      await store.set(
        recordKey(escalation.id),
        { channel, ts: once.ts, backTo, ...(backTo === where.channel && { thread: threaded }) },
        { ttlMs: KEPT_MS },
      );
      return backTo === person.user
        ? "I asked the humans; I will write to you when they answer."
        : "I asked the humans; they answer here.";
    },

    async take(id, person) {
      const taken = await escalations.take(id, (await ownAsker(parts, person)).id);
      if (taken === undefined) return "That question is resolved already.";
      await refresh(taken, await recordOf(id));
      return undefined;
    },

    async resolve(id, person, answer) {
      const trimmed = answer.trim();
      const by = (await ownAsker(parts, person)).id;
      const resolved = await escalations.resolve(id, by, trimmed === "" ? undefined : trimmed);
      if (resolved === undefined) return "That question is resolved already.";
      const asked = await recordOf(id);
      // The asker hears it even where what the humans see cannot be changed.
      const done = await Promise.allSettled([
        bringBack(resolved, trimmed, asked),
        refresh(resolved, asked),
      ]);
      for (const one of done) if (one.status === "rejected") throw one.reason;
      return undefined;
    },
  };
}
