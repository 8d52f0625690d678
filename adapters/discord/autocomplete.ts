import type { APIApplicationCommandInteractionDataOption as Option } from "discord.js";
import { explain, type Services } from "../../src/index.ts";
import type { Calls } from "./calls.ts";
import { labelText } from "./components.ts";
import { codeOf, isOver } from "./failure.ts";
import { option } from "./interaction-input.ts";
import type { Context } from "./interaction.ts";
import { privateAsker } from "./audience.ts";
import { LIMITS } from "./limits.ts";

/** Questions and headings that fit what is being typed; none that whoever types may not read. */
export async function offerChoices(
  options: readonly Option[],
  context: Context,
  parts: { readonly services: Services; readonly calls: Calls },
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
