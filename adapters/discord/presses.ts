import type { APIMessage } from "discord.js";
import { parseButtonId, type Answer, type ButtonId, type Services } from "../../src/index.ts";
import { runAdmin } from "./administer.ts";
import { commandOf } from "./answer-buttons.ts";
import type { Calls } from "./calls.ts";
import type { ChannelPosts } from "./channel-post.ts";
import { line, type Body } from "./components.ts";
import { passOn, renderEscalation } from "./escalate.ts";
import { permalink, type Context } from "./interaction.ts";
import { privateAsker, publicAsker, wishChannel } from "./labels.ts";
import { marked, voteOf } from "./marks.ts";
import { MISSING, modal, RESOLUTION } from "./modals.ts";
import type { Questions } from "./questions.ts";
import { createRender, renderPassage, renderWhole } from "./render.ts";
import type { Responder } from "./responder.ts";
import type { Rights } from "./rights.ts";
import { chosenPage, pageMenu } from "./topics.ts";

export interface PressParts {
  readonly services: Services;
  readonly calls: Calls;
  readonly posts: ChannelPosts;
  readonly questions: Questions;
  readonly rights: Rights;
  readonly escalationChannel: string | undefined;
}

/** A button or a menu that somebody pressed, and the message it stands on. */
export interface Press {
  readonly context: Context;
  readonly customId: string;
  readonly values: readonly string[];
  readonly message: APIMessage;
  readonly responder: Responder;
}

export const EXPIRED = line("This has expired. Please ask again.");
const NOT_YOURS = line("Only who opened this thread can say that.");
const NOT_ALLOWED = line("Only people with the role for it can do that.");

/** What every press does. Its id is only a key: what it opens is looked up and checked for whoever pressed. */
export async function press(pressed: Press, parts: PressParts): Promise<void> {
  const { context, customId, responder } = pressed;
  const id = parseButtonId(customId);
  if (id === undefined) return responder.send(EXPIRED);
  if (voteOf(id.act) !== undefined) return vote(pressed, id, parts);
  if (id.act === "wrong") return responder.openModal(modal(customId, MISSING));
  if (id.act === "take" || id.act === "resolve") return handle(pressed, id, parts);
  if (id.act === "topic" || id.act === "page") return browse(pressed, id, parts);
  if (id.act === "admin") return runAdmin(commandOf(id.key), context, responder, parts);
  const answer = await parts.services.assistant.recall(
    id.key,
    privateAsker(context.person, context.place),
  );
  return answer === undefined ? responder.send(EXPIRED) : onAnswer(pressed, id, answer, parts);
}

async function vote(
  { context, customId, message, responder }: Press,
  id: ButtonId,
  parts: PressParts,
): Promise<void> {
  const given = voteOf(id.act);
  if (given === undefined) return;
  const automatic = id.act === "helped" || id.act === "not-it";
  if (automatic && context.threadOwner !== context.person.user) return responder.send(NOT_YOURS);
  const asker = privateAsker(context.person, context.place);
  if (!(await parts.services.assistant.rate(id.key, asker, given))) return responder.send(EXPIRED);
  if (id.act === "not-it") return responder.update(line("-# I leave this one to people."));
  return responder.update(marked(message, customId, given));
}

async function browse(
  { context, values, responder }: Press,
  id: ButtonId,
  parts: PressParts,
): Promise<void> {
  const { assistant, clock } = parts.services;
  const asker = privateAsker(context.person, context.place);
  const [value = ""] = values;
  if (id.act === "topic") {
    const menu = await pageMenu(assistant, asker, value, id.index);
    return menu === undefined ? responder.send(EXPIRED) : responder.update(menu);
  }
  const choice = { topic: id.key, value, from: id.index, now: clock.now() };
  return sendAll(responder, await chosenPage(assistant, asker, choice));
}

async function onAnswer(
  { context, message, responder }: Press,
  id: ButtonId,
  answer: Answer,
  parts: PressParts,
): Promise<void> {
  const { services, posts, escalationChannel } = parts;
  const { assistant, clock, escalations } = services;
  const asker = privateAsker(context.person, context.place);
  switch (id.act) {
    case "all": {
      if (answer.kind !== "found") return responder.send(EXPIRED);
      return sendAll(responder, renderWhole(answer.body, answer.citations[0], clock.now()));
    }
    case "related": {
      const chosen = answer.related[id.index];
      const passage = chosen && (await assistant.read(chosen.passage.id, asker));
      return sendAll(responder, passage && renderPassage(passage, clock.now()));
    }
    case "share": {
      const open = await assistant.recall(id.key, publicAsker(context.person, context.place));
      if (open?.kind !== "found")
        return responder.send(line("Not everybody here may read that, so I do not share it."));
      const render = createRender({ now: clock.now(), view: "public", escalation: false });
      return responder.share(render(open));
    }
    case "mean": {
      if (answer.kind !== "abstained" || answer.didYouMean === undefined)
        return responder.send(EXPIRED);
      const { ticket, person, place, sentAt } = context;
      const view = context.direct ? "public" : "private";
      const text = answer.didYouMean;
      const asked = {
        ticket,
        text,
        person,
        place,
        hidden: !context.direct,
        view,
        sentAt,
        unlimited: false,
      } as const;
      await parts.questions.ask({ via: "interaction", ...asked }, responder);
      return;
    }
    case "human": {
      if (escalationChannel === undefined) return responder.send(EXPIRED);
      const shown = ((message.flags ?? 0) & 64) === 0 ? message.id : undefined;
      const opened = await escalations.open(answer, permalink(context.place, shown));
      await posts.post(escalationChannel, renderEscalation(opened), `e${opened.id}`);
      return responder.send(line("I passed your question on to people."));
    }
    case "tell": {
      const kept = await assistant.tellMe(id.key, asker, wishChannel(context.person.user));
      return responder.send(kept ? line("I will write to you when I know.") : EXPIRED);
    }
    default:
      return responder.send(EXPIRED);
  }
}

/** Only in the configured channel, and only by who may: a press forged from elsewhere changes nothing. */
async function handle(
  { context, customId, message, responder }: Press,
  id: ButtonId,
  parts: PressParts,
): Promise<void> {
  const { escalations } = parts.services;
  if (message.channel_id !== parts.escalationChannel || !parts.rights.helper(context)) {
    return responder.send(NOT_ALLOWED);
  }
  if (id.act === "resolve") return responder.openModal(modal(customId, RESOLUTION));
  const taken = await escalations.take(id.key, `discord:${context.person.user}`);
  return taken === undefined ? responder.send(EXPIRED) : responder.update(renderEscalation(taken));
}

/** What a human wrote into the form behind "resolve". */
export async function resolveEscalation(
  { context, message, responder }: Omit<Press, "values" | "customId">,
  key: string,
  text: string,
  parts: PressParts,
): Promise<void> {
  if (message.channel_id !== parts.escalationChannel || !parts.rights.helper(context)) {
    return responder.send(NOT_ALLOWED);
  }
  const note = text.trim() === "" ? undefined : text;
  const resolved = await parts.services.escalations.resolve(
    key,
    `discord:${context.person.user}`,
    note,
  );
  if (resolved === undefined) return responder.send(EXPIRED);
  await responder.update(renderEscalation(resolved));
  await passOn(resolved, { ...parts, ...parts.services });
}

/** The first message as the answer, the others after it; "expired" where there is nothing. */
async function sendAll(responder: Responder, messages: readonly Body[] | undefined): Promise<void> {
  const [first, ...others] = messages ?? [];
  await responder.send(first ?? EXPIRED);
  for (const message of others) await responder.followUp(message);
}
