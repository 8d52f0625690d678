import type { ButtonId } from "../../src/index.ts";
import { line } from "./components.ts";
import { passOn, renderEscalation } from "./escalation.ts";
import { modal, RESOLUTION } from "./modals.ts";
import { EXPIRED, type Press, type PressParts } from "./press.ts";

const NOT_ALLOWED = line("Only people with the role for it can do that.");

/** Only in the configured channel, and only by who may: a press forged from elsewhere changes nothing. */
export async function pressEscalation(
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
