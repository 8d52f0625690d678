import type { APIApplicationCommandInteractionDataOption as Option } from "discord.js";
import { explain, labelText, type Services, type Suggestion } from "../../src/index.ts";
import type { Calls } from "./calls.ts";
import { drawnOnce } from "./drawn-once.ts";
import { codeOf, isOver } from "./failure.ts";
import { option } from "./interaction-input.ts";
import type { Context } from "./interaction.ts";
import { privateAsker } from "./audience.ts";
import { LIMITS } from "./limits.ts";

const suggested = drawnOnce((found: readonly Suggestion[]) =>
  choices(found.map(({ text }) => text)),
);

function choices(texts: readonly string[]) {
  const names = new Set(texts.map((text) => labelText(text, LIMITS.choiceName)));
  return [...names].map((name) => ({ name, value: name }));
}

/** Questions and headings that fit what is being typed; none that whoever types may not read. */
export async function offerChoices(
  options: readonly Option[],
  context: Context,
  parts: { readonly services: Services; readonly calls: Calls },
): Promise<void> {
  const { services, calls } = parts;
  const text = String(option(options, "question") ?? "");
  try {
    const asker = privateAsker(context.person, context.place);
    // Before the first letter, what there is to ask about: one question of each page rather than all of one.
    const offered =
      text.trim() === ""
        ? choices(await services.assistant.pinned(asker, LIMITS.choices))
        : suggested(await services.assistant.suggest(text, asker, LIMITS.choices));
    await calls.choices(context.ticket, offered);
  } catch (error) {
    // Too late or not at all: who types sees no choices, and can send what was typed.
    services.metrics.count("discord_interactions_over_total", {
      code: String(codeOf(error) ?? "failed"),
    });
    if (!isOver(error))
      services.log.warn({ error: explain(error) }, "choices could not be offered");
  }
}
