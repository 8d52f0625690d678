import { AUTO_FLOOR, asksNothing, starters } from "../../src/index.ts";
import type { Answer, Delivery, Message, Notice, Services } from "../../src/index.ts";
import type { View } from "./buttons.ts";
import type { Calls, Ticket } from "./calls.ts";
import type { ChannelPosts } from "./posting.ts";
import type { Outgoing } from "./components.ts";
import { placeKey, privateAsker, publicAsker, type Person, type Place } from "./audience.ts";
import { createRender, renderNotice } from "./render.ts";
import { createResponder, type Responder } from "./respond.ts";
import { createWriting } from "./written-once.ts";

/** A question from a message, with where it stands; JSON, so that another process can take it up. */
export interface MessageQuestion {
  readonly via: "message";
  /** As `questionKey` gives it. */
  readonly key: string;
  readonly message: string;
  readonly text: string;
  readonly person: Person;
  readonly place: Place;
  readonly conversation: string;
  readonly sentAt: number;
  /** Asked by nobody: answered only when very sure. */
  readonly auto: boolean;
  readonly title: string;
  /** Nothing but files, which are never read: answered with that. */
  readonly textOnly?: boolean;
}

/** A question from a command, a menu, a form or a button. */
export interface InteractionQuestion {
  readonly via: "interaction";
  readonly ticket: Ticket;
  readonly text: string;
  readonly person: Person;
  readonly place: Place;
  readonly hidden: boolean;
  readonly view: View;
  readonly sentAt: number;
  /** Admins are not limited. */
  readonly unlimited: boolean;
}

export interface Questions {
  readonly ask: (
    question: MessageQuestion | InteractionQuestion,
    responder?: Responder,
  ) => Promise<Delivery>;
  /** Somebody else spoke in this thread: an automatic answer to it is not wanted any more. */
  readonly interrupt: (channel: string, user: string) => void;
  /** The same for an event that came back from the inbox. */
  readonly resume: (event: unknown) => Promise<void>;
}

/** What is said where the core says nothing any more: who is over a limit was told before, and of a crowd not everybody is. */
const SILENT: Partial<Record<Delivery, Notice>> = {
  limited: { kind: "limited", retryInMs: 10_000 },
  busy: { kind: "busy" },
};

/** What a message is claimed by; an edit of it is another question, about the same answer. */
export function questionKey(message: string, editedAt?: number): string {
  return editedAt === undefined ? `discord:${message}` : `discord:${message}:${editedAt}`;
}

/** Where a conversation has its name from: its first message, a thread, or a direct-message channel. */
export function conversationOf(id: string): string {
  return `discord:${id}`;
}

export interface QuestionParts {
  readonly services: Services;
  readonly calls: Calls;
  readonly posts: ChannelPosts;
  readonly escalation: boolean;
}

export function createQuestions(parts: QuestionParts): Questions {
  const { services, calls, posts, escalation } = parts;
  const { assistant, clock } = services;
  /** Automatic answers on their way: whose thread it is, and whether somebody else has spoken there. */
  const pending = new Map<string, { readonly owner: string; interrupted: boolean }>();

  const write = createWriting(
    (answer, view, now) => createRender({ now, view, escalation })(answer),
    services.randomId(),
  );

  async function draw(answer: Answer, view: View, textOnly = false): Promise<Outgoing> {
    if (textOnly) return renderNotice({ kind: "text-only" });
    if (!asksNothing(answer)) return write(answer, view, clock.now());
    const pinned = await starters(answer, assistant);
    return createRender({ now: clock.now(), view, escalation, pinned })(answer);
  }

  async function askByMessage(question: MessageQuestion, resumed = false): Promise<Delivery> {
    const { key, message, text, person, place, conversation, sentAt, auto, title } = question;
    const spot = {
      channel: place.channel,
      message,
      title,
      user: person.user,
      fresh: !resumed && key === questionKey(message),
      ...(place.guild === undefined ? {} : { guild: place.guild }),
    };
    const watch = { owner: person.user, interrupted: false };
    if (auto) pending.set(place.channel, watch);
    const limitedBy = placeKey(place);
    let answered: string | undefined;
    const asked: Message = {
      ids: [key],
      query: {
        text,
        conversation,
        asker: publicAsker(person, place),
        ...(conversation === conversationOf(message) ? { opens: true as const } : {}),
      },
      sentAt,
      event: question,
      ...(limitedBy === undefined ? {} : { place: limitedBy }),
      ...(auto ? { floor: AUTO_FLOOR } : {}),
      reply: async (answer) => {
        answered = answer.id;
        if (watch.interrupted) return "silent";
        const drawn = (): Promise<Outgoing> =>
          draw(answer, auto ? "auto" : "public", question.textOnly);
        return (await posts.answer(spot, drawn, answer.id)) ? undefined : "silent";
      },
      apologise: async (notice) =>
        void (await posts.answer(spot, async () => renderNotice(notice))),
    };
    try {
      return await services.receive(asked);
    } finally {
      if (auto) pending.delete(place.channel);
      // Deleted meanwhile: what answering it has left behind goes, too.
      if (answered !== undefined && posts.isDeleted(spot)) await services.retract(answered);
    }
  }

  async function askByInteraction(
    question: InteractionQuestion,
    responder: Responder,
  ): Promise<Delivery> {
    const { ticket, text, person, place, hidden, view, sentAt, unlimited } = question;
    const asker =
      view === "private" || hidden ? privateAsker(person, place) : publicAsker(person, place);
    const limitedBy = placeKey(place);
    const delivery = await services.receive({
      ids: [`discord:${ticket.id}`],
      query: { text, asker },
      sentAt,
      event: question,
      ...(limitedBy === undefined ? {} : { place: limitedBy }),
      unlimited,
      reply: async (answer) => responder.send(await draw(answer, view)),
      apologise: (notice) => responder.send(renderNotice(notice)),
    });
    // Others are left in silence then; here Discord would show a failure to who asked.
    const notice = SILENT[delivery];
    if (notice !== undefined && !responder.answered()) await responder.send(renderNotice(notice));
    // What failed is tried again from the inbox, and "thinking" is where its answer will stand.
    await responder.close(delivery !== "failed");
    return delivery;
  }

  const responderFor = ({ ticket, hidden }: InteractionQuestion, resumed: boolean): Responder =>
    createResponder(ticket, hidden, { calls, ...services }, resumed);

  return {
    ask: (question, responder) =>
      question.via === "message"
        ? askByMessage(question)
        : askByInteraction(question, responder ?? responderFor(question, false)),
    interrupt(channel, user) {
      const watch = pending.get(channel);
      if (watch !== undefined && watch.owner !== user) watch.interrupted = true;
    },
    async resume(event) {
      if (!isQuestion(event)) {
        services.log.warn({}, "an event of an unknown shape was left in the inbox");
        return;
      }
      await (event.via === "message"
        ? askByMessage(event, true)
        : askByInteraction(event, responderFor(event, true)));
    },
  };
}

/** What stands in the inbox was written by us, perhaps by an older version. */
function isQuestion(event: unknown): event is MessageQuestion | InteractionQuestion {
  if (typeof event !== "object" || event === null) return false;
  const fields = event as Readonly<Record<string, unknown>>;
  const whole =
    typeof fields["text"] === "string" &&
    typeof fields["person"] === "object" &&
    typeof fields["place"] === "object";
  if (fields["via"] === "message") return whole && typeof fields["message"] === "string";
  return whole && fields["via"] === "interaction" && typeof fields["ticket"] === "object";
}
