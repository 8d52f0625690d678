import { parseButtonId, type ButtonId } from "../../src/index.ts";
import { runAdmin } from "./administer.ts";
import { commandOf } from "./buttons.ts";
import { pressAnswer } from "./answer-presses.ts";
import { pressEscalation } from "./escalation-presses.ts";
import { privateAsker } from "./audience.ts";
import { vote, voteOf } from "./feedback.ts";
import { MISSING, modal } from "./modals.ts";
import { EXPIRED, sendAll, type Press, type PressParts } from "./press.ts";
import { chosenPage, pageMenu } from "./browse.ts";

/** What every press does. Its id is only a key: what it opens is looked up and checked for whoever pressed. */
export async function press(pressed: Press, parts: PressParts): Promise<void> {
  const { context, customId, responder } = pressed;
  const id = parseButtonId(customId);
  if (id === undefined) return responder.send(EXPIRED);
  const given = voteOf(id.act);
  if (given !== undefined) return vote(pressed, id, given, parts);
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
