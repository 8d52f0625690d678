import { z } from "zod";
import { AUTO_FLOOR, explain, starters } from "../../src/index.ts";
import type { Answer, Message } from "../../src/index.ts";
import { askerId, channelLabels, ownLabels, placeOf } from "./audience.ts";
import { createInvitation } from "./invitation.ts";
import { readText } from "./mrkdwn.ts";
import type { Question } from "./parse.ts";
import type { Parts } from "./parts.ts";
import { createRender, renderNotice } from "./render.ts";
import type { SlackMessage } from "./render.ts";
import { createSaying } from "./saying.ts";
import type { AgentView } from "./agent-view.ts";

export interface Answering {
  /** Called when the question is safe with us, so that Slack may be told. */
  readonly accepted?: () => void;
  /** The question was edited: its answer is changed, not given a second time. */
  readonly editedAt?: string;
  /** Another process may have answered it already. */
  readonly again?: boolean;
}

/** Questions in channels and direct messages: who is meant, what they may see, and where the answer goes. */
export interface Questions {
  ask(question: Question, answering?: Answering): Promise<void>;
}

export function createQuestions(parts: Parts, agentView: AgentView): Questions {
  const { services, records, directory, settings } = parts;
  const invitation = createInvitation(parts);
  /** Threads in which a question is being answered. */
  const answeredNow = new Map<string, Promise<unknown>>();

  /** A mention without words means the thread it stands in. */
  async function wordsOf({ text, thread, channel, files }: Question): Promise<string> {
    if (text !== "" || thread === undefined || files) return text;
    try {
      const reply = await parts.web.call("conversations.replies", {
        channel,
        ts: thread,
        limit: 1,
      });
      const first = z
        .object({ messages: z.array(z.object({ text: z.string() })).default([]) })
        .parse(reply);
      return readText(first.messages[0]?.text ?? "", parts.me().userId);
    } catch (error) {
      services.log.warn({ error: explain(error) }, "the thread's first message could not be read");
      return text;
    }
  }

  async function draw(answer: Answer, question: Question, unasked: boolean): Promise<SlackMessage> {
    if (question.files && question.text === "") return renderNotice({ kind: "text-only" });
    const pinned = await starters(answer, services.assistant);
    return createRender({
      now: services.clock.now(),
      human: settings.escalationChannel !== undefined,
      unasked,
      pinned,
    })(answer);
  }

  async function ask(question: Question, answering: Answering = {}): Promise<void> {
    const { team, channel, user, userTeam, ts, external } = question;
    const place = placeOf(team, channel);
    const thread = question.thread ?? ts;
    const conversation = `${place}:${thread}`;
    // Who is quick to go on does so in a thread that is not known to be ours before its first answer stands.
    if (question.way === "thread") await answeredNow.get(conversation);
    const invited = await invitation(question);
    if (invited === undefined) return;
    const direct = question.way === "direct";
    const labels = direct
      ? await ownLabels(directory, { team, userTeam, user })
      : channelLabels(team, channel, external);
    const edit = answering.editedAt === undefined ? "" : `:${answering.editedAt}`;
    const key = `${place}:${ts}${edit}`;
    const showing = direct ? agentView.searching(channel, thread) : undefined;

    const saying = createSaying(parts, {
      question,
      key,
      edited: answering.editedAt !== undefined,
      again: answering.again === true,
    });
    let answered: string | undefined;
    const message: Message = {
      ids: [key, ...(question.eventId === undefined ? [] : [`${place}:event:${question.eventId}`])],
      query: {
        text: await wordsOf(question),
        // An edited first question does not lean on what it said before.
        ...(!(answering.editedAt !== undefined && question.thread === undefined) && {
          conversation,
        }),
        ...(question.thread === undefined && { opens: true as const }),
        asker: { id: askerId(userTeam, user), labels },
      },
      place,
      ...(Number.isFinite(Number(ts)) && {
        sentAt: Math.round(Number(question.writtenAt ?? ts) * 1000),
      }),
      ...(invited.floor !== undefined && { floor: invited.floor }),
      ...(directory.isKnownAdmin(user) && { unlimited: true }),
      event: {
        kind: "posted",
        question,
        ...(answering.editedAt !== undefined && { editedAt: answering.editedAt }),
      },
      ...(answering.accepted !== undefined && { accepted: answering.accepted }),
      async reply(answer) {
        answered = answer.id;
        const drawn = await draw(answer, question, invited.floor === AUTO_FLOOR);
        await showing;
        await saying.answer(drawn, answer.id);
        if (direct && question.thread === undefined)
          agentView.title(channel, thread, answer.query.text);
      },
      apologise: (notice) => saying.notice(notice),
    };
    const answeredThen = services.receive(message);
    answeredNow.set(conversation, answeredThen);
    const delivery = await answeredThen;
    if (answeredNow.get(conversation) === answeredThen) answeredNow.delete(conversation);
    // Nothing more is said: the status would stand for minutes.
    if (direct && (delivery === "limited" || delivery === "stale")) agentView.idle(channel, thread);
    // Deleted meanwhile: what answering it has left behind goes, too.
    if (answered !== undefined && (await records.isDeleted(place, ts)))
      await services.retract(answered);
  }

  return { ask };
}
