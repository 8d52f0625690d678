import {
  ApplicationCommandType,
  InteractionType,
  type APIApplicationCommandInteraction,
  type APIApplicationCommandInteractionDataOption as Option,
  type APIInteraction,
  type APIModalSubmitInteraction,
} from "discord.js";
import { buttonId, explain, parseButtonId } from "../../src/index.ts";
import { runAdmin } from "./administer.ts";
import type { View } from "./answer-buttons.ts";
import { FIND_ANSWER } from "./commands.ts";
import { labelText, line } from "./components.ts";
import { codeOf, isOver } from "./failure.ts";
import { helpText } from "./help.ts";
import { contextOf, type Context } from "./interaction.ts";
import { privateAsker } from "./labels.ts";
import { LIMITS } from "./limits.ts";
import { ASK, INPUT, modal } from "./modals.ts";
import { question } from "./parse.ts";
import { EXPIRED, press, resolveEscalation, type PressParts } from "./presses.ts";
import { renderNotice } from "./render.ts";
import { createResponder, type Responder } from "./responder.ts";
import { topicMenu } from "./topics.ts";

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
    return choices(interaction.data.options, context, parts);
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
      .close()
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

/** The words of a question, where the interaction is one. */
function askedText(
  interaction: APIInteraction,
  self: string,
): { text: string; hidden: boolean } | undefined {
  if (interaction.type === InteractionType.ModalSubmit) {
    const id = parseButtonId(interaction.data.custom_id);
    return id?.act === "ask"
      ? { text: typed(interaction), hidden: id.key !== "public" }
      : undefined;
  }
  if (interaction.type !== InteractionType.ApplicationCommand) return undefined;
  const { data } = interaction;
  if (data.type === ApplicationCommandType.ChatInput && data.name === "ask") {
    const text = option(data.options, "question");
    const hidden = option(data.options, "private") !== false;
    return typeof text === "string" && text.trim() !== "" ? { text, hidden } : undefined;
  }
  if (data.type === ApplicationCommandType.Message && data.name === FIND_ANSWER) {
    const text = question(data.resolved.messages[data.target_id]?.content ?? "", { user: self });
    return text === "" ? undefined : { text, hidden: true };
  }
  return undefined;
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

async function choices(
  options: readonly Option[],
  context: Context,
  parts: InteractionParts,
): Promise<void> {
  const { services, calls } = parts;
  const text = option(options, "question");
  try {
    const asker = privateAsker(context.person, context.place);
    const found = await services.assistant.suggest(String(text ?? ""), asker, LIMITS.choices);
    const names = new Set(found.map((one) => labelText(one.text, LIMITS.choiceName)));
    await calls.choices(
      context.ticket,
      [...names].map((name) => ({ name, value: name })),
    );
  } catch (error) {
    // Too late or not at all: who types sees no choices, and can send what was typed.
    services.metrics.count("discord_interactions_over_total", {
      code: String(codeOf(error) ?? "failed"),
    });
    if (!isOver(error))
      services.log.warn({ error: explain(error) }, "choices could not be offered");
  }
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

/** `why` with its question as one line: `why How do I …`. */
function commandLine(options: readonly Option[] | undefined): string {
  const [sub] = options ?? [];
  if (sub === undefined) return "help";
  const values =
    "options" in sub
      ? (sub.options ?? []).flatMap((one) => ("value" in one ? [String(one.value)] : []))
      : [];
  return [sub.name, ...values].join(" ").replaceAll(/\s+/gu, " ").trim();
}

function option(
  options: readonly Option[] | undefined,
  name: string,
): string | number | boolean | undefined {
  const found = options?.find((one) => one.name === name);
  return found !== undefined && "value" in found ? found.value : undefined;
}

/** What was typed into the one input of a form of ours. */
function typed({ data }: APIModalSubmitInteraction): string {
  for (const label of data.components) {
    const input = "component" in label ? label.component : undefined;
    if (input !== undefined && "value" in input && input.custom_id === INPUT)
      return String(input.value);
  }
  return "";
}
