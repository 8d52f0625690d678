import { z } from "zod";
import type { ModalView } from "@slack/types";
import { explain, starters } from "../../src/index.ts";
import type { Answer, Message, Notice } from "../../src/index.ts";
import { answerView, noticeView, sentenceView } from "./answer-view.ts";
import { placeOf } from "./audience.ts";
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
  ask(question: PrivateQuestion): Promise<void>;
  /** Opens a modal that says it is searching, then answers in it. */
  askInModal(question: Omit<PrivateQuestion, "to">, trigger: string): Promise<void>;
  /**
   * Answers in the form it was asked with. `acknowledge` is called once, in time for Slack: with the answer, or with a
   * view that says it is searching and that is then replaced.
   */
  askInForm(
    question: Omit<PrivateQuestion, "to">,
    form: string,
    acknowledge: (view: ModalView) => Promise<void>,
  ): Promise<void>;
}

/** Slack closes the form with an error after three seconds. */
const FORM_MS = 2000;

const SEARCHING = sentenceView("Docent", "Looking it up…");

const opened = z.object({ view: z.object({ id: z.string() }) });

export function createPrivateQuestions(parts: Parts, respond: Respond): PrivateQuestions {
  const { services, settings, web } = parts;
  const human = settings.escalationChannel !== undefined;

  const update = async (view: string, shown: ModalView): Promise<void> => {
    await web.call("views.update", { view_id: view, view: shown });
  };

  async function show(
    to: PrivateQuestion["to"],
    what: Answer | Notice,
    inView = update,
  ): Promise<void> {
    const now = services.clock.now();
    const isAnswer = "id" in what && "query" in what;
    if (to.kind === "view") {
      await inView(to.view, isAnswer ? answerView(what, { now, human }) : noticeView(what));
      return;
    }
    const thread = to.thread === undefined ? {} : { thread: to.thread };
    if (!isAnswer) {
      await respond(to.url, renderNotice(what), thread);
      return;
    }
    const pinned = await starters(what, services.assistant);
    await respond(to.url, createRender({ now, human, onlyYou: true, pinned })(what), thread);
  }

  async function ask(question: PrivateQuestion, inView = update): Promise<void> {
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
      reply: (answer) => show(to, answer, inView),
      apologise: (notice) => show(to, notice, inView),
    };
    await services.receive(message);
  }

  return {
    ask: (question) => ask(question),
    async askInModal(question, trigger) {
      try {
        const { id } = opened.parse(
          await web.call("views.open", { trigger_id: trigger, view: SEARCHING }),
        ).view;
        await ask({ ...question, to: { kind: "view", view: id } });
      } catch (error) {
        services.log.warn({ error: explain(error) }, "a modal could not be opened");
      }
    },
    async askInForm(question, form, acknowledge) {
      const { promise: first, resolve } = Promise.withResolvers<ModalView>();
      const { promise: acknowledged, resolve: open } = Promise.withResolvers<void>();
      let late = false;
      const done = ask({ ...question, to: { kind: "view", view: form } }, async (view, shown) => {
        if (!late) {
          resolve(shown);
          return;
        }
        await acknowledged;
        await update(view, shown);
      });
      const callOff = services.clock.after(FORM_MS, () => resolve(SEARCHING));
      const view = await first;
      late = true;
      callOff();
      try {
        await acknowledge(view);
      } finally {
        open();
      }
      await done;
    },
  };
}
