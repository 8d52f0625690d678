import { z } from "zod";
import type { RichTextElement } from "@slack/types";
import { escalationTitle, explain, HAS_EXPIRED, humanAnswered, shorten } from "../../src/index.ts";
import type { Escalation } from "../../src/index.ts";
import { words } from "./answer-view.ts";
import { ACTION, button, buttonRow } from "./buttons.ts";
import type { Parts, Person } from "./parts.ts";
import { ownAsker } from "./person.ts";
import { sentence } from "./render.ts";
import type { SlackMessage } from "./render.ts";
import { section, textElement } from "./rich-text.ts";
import { secondsBefore } from "./tell.ts";

/** "Ask a human": from the button to the answer that comes back. */
export interface Escalating {
  /** Resolves with what to tell the asker. */
  open(answerId: string, person: Person, asked: Where): Promise<string>;
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

const KEPT_MS = 90 * 86_400_000;

export function createEscalating(parts: Parts): Escalating {
  const { services, settings, posting, web } = parts;
  const { escalations, store } = services;

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

  async function refresh(escalation: Escalation): Promise<z.infer<typeof record> | undefined> {
    const known = record.safeParse(await store.get(`slack-escalation:${escalation.id}`));
    if (!known.success) return undefined;
    await posting.update(
      { channel: known.data.channel, ts: known.data.ts },
      escalationMessage(escalation),
    );
    return known.data;
  }

  return {
    async open(answerId, person, asked) {
      const channel = settings.escalationChannel;
      if (channel === undefined) return "No channel for questions to humans is set up here.";
      const asker = await ownAsker(parts, person);
      const answer = await services.assistant.recall(answerId, asker);
      if (answer === undefined) return HAS_EXPIRED;
      const escalation = await escalations.open(answer, await permalink(asked));
      if (escalation.state !== "open") return "A human has it already.";
      if (!(await store.claim(`slack-escalated:${escalation.id}`, { ttlMs: KEPT_MS }))) {
        return "The humans have been asked already.";
      }
      const ts = await posting.post({
        channel,
        message: escalationMessage(escalation),
        key: `escalation:${escalation.id}`,
        after: secondsBefore(services.clock.now()),
      });
      const threaded = asked.thread ?? asked.message;
      const backTo =
        asked.channel === undefined || threaded === undefined ? person.user : asked.channel;
      await store.set(
        `slack-escalation:${escalation.id}`,
        { channel, ts, backTo, ...(backTo === asked.channel && { thread: threaded }) },
        { ttlMs: KEPT_MS },
      );
      return "I asked the humans; they answer here.";
    },

    async take(id, person) {
      const taken = await escalations.take(id, (await ownAsker(parts, person)).id);
      if (taken === undefined) return "That question is resolved already.";
      await refresh(taken);
      return undefined;
    },

    async resolve(id, person, answer) {
      const trimmed = answer.trim();
      const by = (await ownAsker(parts, person)).id;
      const resolved = await escalations.resolve(id, by, trimmed === "" ? undefined : trimmed);
      if (resolved === undefined) return "That question is resolved already.";
      const known = await refresh(resolved);
      if (known === undefined || trimmed === "") return undefined;
      await posting.post({
        channel: known.backTo,
        ...(known.thread !== undefined && { thread: known.thread }),
        message: humanAnswer(resolved.question, trimmed),
        key: `escalation-answer:${id}`,
        after: secondsBefore(services.clock.now()),
      });
      return undefined;
    },
  };
}

/** What the humans see: the question, where it was asked, who has it, and what can be done. */
function escalationMessage({
  id,
  question,
  permalink,
  state,
  by,
  answer,
}: Escalation): SlackMessage {
  const who = by === undefined ? "" : (by.split(":").at(-1) ?? "");
  const head = escalationTitle(state);
  const title = [
    ...textElement(state === "open" ? head : `${head} `, { bold: true }),
    ...(state === "open" ? [] : nameOf(who)),
  ];
  const link =
    permalink === "" ? [] : [{ type: "link" as const, url: permalink, text: "where it was asked" }];
  const row = buttonRow([
    ...(state === "open" ? [button(ACTION.take, "I take it", id, "primary")] : []),
    ...(state === "resolved" ? [] : [button(ACTION.resolve, "Resolve…", id)]),
  ]);
  return {
    text: sentence(`${head}: ${shorten(question, 1000)}`).text,
    blocks: [
      { type: "rich_text", elements: [section(...title)] },
      {
        type: "rich_text",
        elements: [
          { type: "rich_text_quote", elements: textElement(shorten(question, 2500) || " ") },
        ],
      },
      ...(link.length === 0 ? [] : [{ type: "rich_text" as const, elements: [section(...link)] }]),
      ...(answer === undefined ? [] : [words("Answered:", true), words(shorten(answer, 2500))]),
      ...(row === undefined ? [] : [row]),
    ],
  };
}

/** Whoever took it on another platform has no name here. */
function nameOf(who: string): RichTextElement[] {
  return /^[UW]\w+$/u.test(who)
    ? [{ type: "user", user_id: who }]
    : [{ type: "text", text: "somebody" }];
}

function humanAnswer(question: string, answer: string): SlackMessage {
  return {
    text: sentence(`${humanAnswered(question)} ${shorten(answer, 2500)}`).text,
    blocks: [words(humanAnswered(question), true), words(answer)],
  };
}
