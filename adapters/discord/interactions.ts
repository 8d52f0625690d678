import {
  ApplicationCommandType,
  InteractionType,
  type APIApplicationCommandInteraction,
  type APIInteraction,
  type APIModalSubmitInteraction,
} from "discord.js";
import { buttonId, explain, parseButtonId } from "../../src/index.ts";
import { runAdmin } from "./administer.ts";
import type { View } from "./buttons.ts";
import { offerChoices } from "./autocomplete.ts";
import { line } from "./components.ts";
import { helpText } from "./help.ts";
import { resolveEscalation } from "./escalation-presses.ts";
import { askedText, commandLine, option, typed } from "./interaction-input.ts";
import { contextOf, type Context } from "./interaction.ts";
import { privateAsker } from "./audience.ts";
import { ASK, modal } from "./modals.ts";
import { EXPIRED, type PressParts } from "./press.ts";
import { press } from "./presses.ts";
import { renderNotice } from "./render.ts";
import { createResponder, type Responder } from "./respond.ts";
import { topicMenu } from "./browse.ts";

export interface InteractionParts extends PressParts {
  /** Docent's user, to take its name out of what somebody wrote. */
  readonly self: () => string;
}

/** Answers one interaction. Never rejects: what goes wrong here ends here, with an id for who was waiting. */
export async function interact(
  interaction: APIInteraction,
  parts: InteractionParts,
): Promise<void> {
  const { services } = parts;
  const context = contextOf(interaction);
  if (context === undefined) return;
  services.metrics.count("discord_interactions_total", {
    type: InteractionType[interaction.type] ?? "other",
  });
  if (interaction.type === InteractionType.ApplicationCommandAutocomplete) {
    return offerChoices(interaction.data.options, context, parts);
  }
  const asks = await questionOf(interaction, context, parts);
  if (asks) return;
  const responder = createResponder(context.ticket, !context.direct, { ...parts, ...services });
  try {
    await route(interaction, context, responder, parts);
  } catch (error) {
    await apologise(error, responder, parts);
  } finally {
    await responder
      .close(true)
      .catch((error: unknown) => services.log.warn({ error: explain(error) }, "not tidied up"));
  }
}

/** What somebody asks is left to the core; the rest is answered here. */
async function questionOf(
  interaction: APIInteraction,
  context: Context,
  parts: InteractionParts,
): Promise<boolean> {
  const asked = askedText(interaction, parts.self());
  if (asked === undefined) return false;
  const { ticket, person, place, sentAt } = context;
  const hidden = asked.hidden && !context.direct;
  const view: View = hidden ? "private" : "public";
  const unlimited = parts.rights.admin(context);
  const { text } = asked;
  await parts.questions.ask({
    via: "interaction",
    ticket,
    text,
    person,
    place,
    hidden,
    view,
    sentAt,
    unlimited,
  });
  return true;
}

async function route(
  interaction: APIInteraction,
  context: Context,
  responder: Responder,
  parts: InteractionParts,
): Promise<void> {
  switch (interaction.type) {
    case InteractionType.ApplicationCommand:
      return command(interaction, context, responder, parts);
    case InteractionType.MessageComponent: {
      const { message, data } = interaction;
      const values = "values" in data ? data.values : [];
      return press({ context, customId: data.custom_id, values, message, responder }, parts);
    }
    case InteractionType.ModalSubmit:
      return submitted(interaction, context, responder, parts);
    default:
      return undefined;
  }
}

async function command(
  { data }: APIApplicationCommandInteraction,
  context: Context,
  responder: Responder,
  parts: InteractionParts,
): Promise<void> {
  const { assistant } = parts.services;
  const asker = privateAsker(context.person, context.place);
  if (data.type === ApplicationCommandType.Message)
    return responder.send(renderNotice({ kind: "text-only" }));
  if (data.type !== ApplicationCommandType.ChatInput) return responder.send(EXPIRED);
  switch (data.name) {
    case "ask": {
      const open = option(data.options, "private") === false;
      return responder.openModal(modal(buttonId("ask", open ? "public" : "private"), ASK));
    }
    case "topics":
      return responder.send(await topicMenu(assistant, asker));
    case "help":
      return responder.send(line(helpText(await assistant.pinned(asker, 3))));
    case "forget-me":
      return runAdmin("forget-me", context, responder, parts);
    case "docent":
      return runAdmin(commandLine(data.options), context, responder, parts);
    default:
      return responder.send(EXPIRED);
  }
}

async function submitted(
  interaction: APIModalSubmitInteraction,
  context: Context,
  responder: Responder,
  parts: InteractionParts,
): Promise<void> {
  const id = parseButtonId(interaction.data.custom_id);
  const text = typed(interaction);
  const { message } = interaction;
  if (id?.act === "wrong") {
    const asker = privateAsker(context.person, context.place);
    const kept = await parts.services.assistant.rate(id.key, asker, "not-helpful", text);
    return responder.send(kept ? line("Thank you: it goes to who keeps the pages.") : EXPIRED);
  }
  if (id?.act === "resolve" && message !== undefined) {
    return resolveEscalation({ context, message, responder }, id.key, text, parts);
  }
  return responder.send(EXPIRED);
}

async function apologise(
  error: unknown,
  responder: Responder,
  parts: InteractionParts,
): Promise<void> {
  const { log, metrics, randomId } = parts.services;
  const id = randomId().slice(0, 8);
  metrics.count("discord_interaction_failures_total");
  log.error({ id, error: explain(error) }, "an interaction failed");
  try {
    await responder.send(renderNotice({ kind: "broken", id }));
  } catch (failure) {
    log.warn({ id, error: explain(failure) }, "nobody could be told that an interaction failed");
  }
}
