import {
  ApplicationCommandType,
  InteractionType,
  type APIApplicationCommandInteractionDataOption as Option,
  type APIInteraction,
  type APIModalSubmitInteraction,
} from "discord.js";
import { parseButtonId } from "../../src/index.ts";
import { FIND_ANSWER } from "./commands.ts";
import { INPUT } from "./modals.ts";
import { question } from "./parse.ts";

/** The words of a question, where the interaction is one. */
export function askedText(
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

/** `why` with its question as one line: `why How do I …`. */
export function commandLine(options: readonly Option[] | undefined): string {
  const [sub] = options ?? [];
  if (sub === undefined) return "help";
  const values =
    "options" in sub
      ? (sub.options ?? []).flatMap((one) => ("value" in one ? [String(one.value)] : []))
      : [];
  return [sub.name, ...values].join(" ").replaceAll(/\s+/gu, " ").trim();
}

/** The value of an option, where it was given. */
export function option(
  options: readonly Option[] | undefined,
  name: string,
): string | number | boolean | undefined {
  const found = options?.find((one) => one.name === name);
  return found !== undefined && "value" in found ? found.value : undefined;
}

/** What was typed into the one input of a form of ours. */
export function typed({ data }: APIModalSubmitInteraction): string {
  for (const label of data.components) {
    const input = "component" in label ? label.component : undefined;
    if (input !== undefined && "value" in input && input.custom_id === INPUT)
      return String(input.value);
  }
  return "";
}
