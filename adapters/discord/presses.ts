import { parseButtonId, type ButtonId } from "../../src/index.ts";
import { runAdmin } from "./administer.ts";
import { commandOf } from "./buttons.ts";
import { pressAnswer } from "./answer-presses.ts";
import { line } from "./components.ts";
import { pressEscalation } from "./escalation-presses.ts";
import { privateAsker } from "./audience.ts";
import { marked, voteOf } from "./marks.ts";
import { MISSING, modal } from "./modals.ts";
import { EXPIRED, sendAll, type Press, type PressParts } from "./press.ts";
import { chosenPage, pageMenu } from "./browse.ts";

const NOT_YOURS = line("Only who opened this thread can say that.");

/** What every press does. Its id is only a key: what it opens is looked up and checked for whoever pressed. */
export async function press(pressed: Press, parts: PressParts): Promise<void> {
  const { context, customId, responder } = pressed;
  const id = parseButtonId(customId);
  if (id === undefined) return responder.send(EXPIRED);
  if (voteOf(id.act) !== undefined) return vote(pressed, id, parts);
  if (id.act === "wrong") return responder.openModal(modal(customId, MISSING));
  if (id.act === "take" || id.act === "resolve") return pressEscalation(pressed, id, parts);
  if (id.act === "topic" || id.act === "page") return browse(pressed, id, parts);
  if (id.act === "admin") return runAdmin(commandOf(id.key), context, responder, parts);
  const answer = await parts.services.assistant.recall(
    id.key,
    privateAsker(context.person, context.place),
  );
  return answer === undefined ? responder.send(EXPIRED) : pressAnswer(pressed, id, answer, parts);
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
