import { z } from "zod";
import { explain } from "../../src/index.ts";
import type { Answer, Message, Notice } from "../../src/index.ts";
import { answerView, noticeView, sentenceView } from "./answer-view.ts";
import { placeOf } from "./audience.ts";
import { LIMITS } from "./limits.ts";
import type { Parts } from "./parts.ts";
import { ownAsker } from "./person.ts";
import { createRender, renderNotice } from "./render.ts";
import type { Respond } from "./respond.ts";

/** A question whose answer only the asker sees. JSON, so that another process can take it up again. */
export const privateShape = z.object({
  /** Unique for what the person did: a trigger, a click. */
  key: z.string(),
  person: z.object({
    team: z.string(),
    userTeam: z.string(),
    user: z.string(),
    channel: z.string().optional(),
  }),
  text: z.string(),
  /** Epoch ms. */
  at: z.number(),
  /** Where the answer goes: an interaction's address, or a modal that is open already. */
  to: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("url"), url: z.string(), thread: z.string().optional() }),
    z.object({ kind: z.literal("view"), view: z.string() }),
  ]),
});

export type PrivateQuestion = z.infer<typeof privateShape>;

export interface PrivateQuestions {
  ask(question: PrivateQuestion, accepted?: () => void): Promise<void>;
  /** Opens a modal that says it is searching, then answers in it. */
  askInModal(question: Omit<PrivateQuestion, "to">, trigger: string, accepted?: () => void): Promise<void>;
}

const opened = z.object({ view: z.object({ id: z.string() }) });

export function createPrivateQuestions(parts: Parts, respond: Respond): PrivateQuestions {
  const { services, settings, web } = parts;
  const human = settings.escalationChannel !== undefined;

  async function show(to: PrivateQuestion["to"], what: Answer | Notice): Promise<void> {
    const now = services.clock.now();
    const isAnswer = "id" in what && "query" in what;
    if (to.kind === "view") {
      const view = isAnswer ? answerView(what, { now, human }) : noticeView(what);
      await web.call("views.update", { view_id: to.view, view });
      return;
    }
    const thread = to.thread === undefined ? {} : { thread: to.thread };
    if (!isAnswer) {
      await respond(to.url, renderNotice(what), thread);
      return;
    }
    const empty = what.kind === "abstained" && what.reason === "empty-query";
    const pinned = empty ? await services.assistant.pinned(what.query.asker, LIMITS.pinned) : [];
    await respond(to.url, createRender({ now, human, onlyYou: true, pinned })(what), thread);
  }

  async function ask(question: PrivateQuestion, accepted?: () => void): Promise<void> {
    const { key, person, text, at, to } = question;
    const { team, user, channel } = person;
    const message: Message = {
      ids: [`slack:${team}:${key}`],
      query: {
        text,
        conversation: `slack:${team}:private:${user}`,
        asker: await ownAsker(parts, person),
      },
      ...(channel !== undefined && { place: placeOf(team, channel) }),
      sentAt: at,
      ...(parts.directory.isKnownAdmin(user) && { unlimited: true }),
      event: { kind: "private", question },
      ...(accepted !== undefined && { accepted }),
      reply: (answer) => show(to, answer),
      apologise: (notice) => show(to, notice),
    };
    await services.receive(message);
  }

  return {
    ask,
    async askInModal(question, trigger, accepted) {
      try {
        const view = sentenceView("Docent", "Looking it up…");
        const { id } = opened.parse(await web.call("views.open", { trigger_id: trigger, view })).view;
        await ask({ ...question, to: { kind: "view", view: id } }, accepted);
      } catch (error) {
        services.log.warn({ error: explain(error) }, "a modal could not be opened");
      }
    },
  };
}
