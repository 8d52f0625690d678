import { DiscordAPIError, HTTPError, RateLimitError } from "discord.js";
import { DocentError } from "../../src/index.ts";

/** Discord's own numbers for what went wrong. */
export const CODES = {
  unknownChannel: 10_003,
  unknownMember: 10_007,
  unknownMessage: 10_008,
  unknownUser: 10_013,
  unknownWebhook: 10_015,
  unknownInteraction: 10_062,
  alreadyAcknowledged: 40_060,
  invalidWebhookToken: 50_027,
  threadExists: 160_004,
} as const;

/** Discord's number, where the failure is Discord's answer. */
export function codeOf(error: unknown): number | undefined {
  if (!(error instanceof DiscordAPIError)) return undefined;
  return typeof error.code === "number" ? error.code : Number(error.code);
}

/**
 * The interaction is over, whatever we do: answered by another instance, too late, or its token is used up. To be
 * counted, never tried again and nobody's error.
 */
export function isOver(error: unknown): boolean {
  const code = codeOf(error);
  return (
    code === CODES.unknownInteraction ||
    code === CODES.alreadyAcknowledged ||
    code === CODES.invalidWebhookToken ||
    code === CODES.unknownWebhook
  );
}

/** What was answered to is not there any more. */
export function isGone(error: unknown): boolean {
  const code = codeOf(error);
  return code === CODES.unknownMessage || code === CODES.unknownChannel;
}

export function isForbidden(error: unknown): boolean {
  return error instanceof DiscordAPIError && error.status === 403;
}

/** Worth another try with the same nonce: the server failed or nothing came back. */
export function isPassing(error: unknown): boolean {
  if (error instanceof HTTPError) return error.status >= 500;
  if (error instanceof DiscordAPIError) return error.status >= 500;
  if (error instanceof RateLimitError || error instanceof DocentError) return false;
  return error instanceof Error;
}

/** Discord's answer as an operator's sentence. Bodies are left out: they hold what people wrote. */
export function refused(what: string, error: unknown): DocentError {
  const code = codeOf(error);
  if (error instanceof DiscordAPIError && error.status === 401) {
    return new DocentError("platform-refused", `Discord refused the token while ${what}`, {
      remedy: "Set DISCORD_TOKEN to the bot's token: Developer Portal, Bot, Reset Token.",
    });
  }
  if (isForbidden(error)) {
    return new DocentError(
      "platform-refused",
      `Discord does not allow ${what} (code ${code ?? 403})`,
      {
        remedy:
          "Give Docent's role the permissions that docs/discord.md lists, in that channel too.",
      },
    );
  }
  const reason =
    code === undefined ? (error instanceof Error ? error.name : "unknown") : `code ${code}`;
  return new DocentError("platform-unavailable", `Discord failed while ${what} (${reason})`, {
    remedy: "Look at https://discordstatus.com; Docent tries again by itself.",
    // Discord's errors carry the body that was sent, and that holds what people wrote.
    cause: error instanceof DiscordAPIError || error instanceof HTTPError ? undefined : error,
  });
}
