import { GatewayCloseCodes } from "discord.js";
import { DocentError, explain } from "../../src/index.ts";

/** Why a login failed: for the operator, or for time to mend. */
export type LoginFault =
  | { readonly kind: "fatal"; readonly error: DocentError }
  | { readonly kind: "passing"; readonly error: DocentError; readonly waitMs: number };

const TOKEN_REMEDY =
  "Set DISCORD_TOKEN to the bot's token: Developer Portal, your application, Bot, Reset Token.";

/** What Discord means by closing a connection for good, and who can do what about it. */
export function fatalClose(code: number): DocentError {
  const [what, remedy] = FATAL[code] ?? [
    "Discord closed the connection for good",
    "Restart Docent.",
  ];
  return new DocentError("platform-refused", `${what} (close code ${code})`, { remedy });
}

const FATAL: Readonly<Record<number, readonly [what: string, remedy: string]>> = {
  [GatewayCloseCodes.AuthenticationFailed]: ["Discord refused the token", TOKEN_REMEDY],
  [GatewayCloseCodes.InvalidShard]: [
    "Discord refused the number of shards",
    "Set DISCORD_SHARDS=auto, or take it out of the environment.",
  ],
  [GatewayCloseCodes.ShardingRequired]: [
    "Docent is in too many servers for one connection",
    "Set DISCORD_SHARDS=auto and restart.",
  ],
  [GatewayCloseCodes.InvalidAPIVersion]: [
    "Discord no longer speaks this version of its gateway",
    "Update Docent.",
  ],
  [GatewayCloseCodes.InvalidIntents]: ["Discord refused the intents", "Update Docent."],
  [GatewayCloseCodes.DisallowedIntents]: [
    "Discord does not allow the intents this bot asks for",
    "Docent needs no privileged intent: use the token of an application of its own, and look under Bot, Privileged Gateway Intents, in the Developer Portal.",
  ],
};

/** Reads what `login` rejected with; `now` is epoch milliseconds. */
export function loginFault(error: unknown, now: number): LoginFault {
  if (error instanceof DocentError) return { kind: "fatal", error };
  const { code, status, message } = fieldsOf(error);
  if (code === "TokenInvalid" || status === 401) {
    const refusal = new DocentError("platform-refused", "Discord refused the token", {
      remedy: TOKEN_REMEDY,
    });
    return { kind: "fatal", error: refusal };
  }
  const resets = /resets at (\S+)/u.exec(message)?.[1];
  if (resets !== undefined) {
    const spent = new DocentError("platform-refused", "The bot has used up its logins for today", {
      remedy:
        "Look for another copy of Docent with this token, or a restart loop; it logs in again by itself when Discord allows it.",
    });
    const waitMs = Math.max(0, (Date.parse(resets) || now) - now);
    return { kind: "passing", error: spent, waitMs };
  }
  const away = new DocentError(
    "platform-unavailable",
    `Discord cannot be reached: ${explain(error)}`,
    {
      remedy: "Look at the network and at https://discordstatus.com.",
      cause: error,
    },
  );
  return { kind: "passing", error: away, waitMs: 0 };
}

function fieldsOf(error: unknown): { code: unknown; status: unknown; message: string } {
  if (!(error instanceof Error))
    return { code: undefined, status: undefined, message: String(error) };
  const code: unknown = "code" in error ? error.code : undefined;
  const status: unknown = "status" in error ? error.status : undefined;
  return { code, status, message: error.message };
}
