import type { DiscordConfig } from "../../src/index.ts";
import { MANAGE_GUILD } from "./commands.ts";
import type { Context } from "./interaction.ts";

const ADMINISTRATOR = 1n << 3n;
const MANAGE_MESSAGES = 1n << 13n;

/** Who may do what, by ids and permissions that Discord vouches for; asked anew at every action. */
export interface Rights {
  /** May look after Docent. */
  readonly admin: (context: Context) => boolean;
  /** May take and resolve what was handed to a human. */
  readonly helper: (context: Context) => boolean;
}

/**
 * Admins have one of the configured roles or, without any, may manage the server. Either counts only in a guild that
 * has installed Docent, only in the configured guilds where some are, and, where none are, only while Docent is in a
 * single guild: whoever adds a public bot to a server of their own must not command everybody's.
 */
export function createRights(
  config: Pick<DiscordConfig, "adminRoles" | "guildIds">,
  guildCount: () => number,
): Rights {
  const { adminRoles, guildIds } = config;
  const hasRole = ({ person }: Context): boolean =>
    person.roles.some((role) => adminRoles.includes(role));

  function ours({ installedIn }: Context): boolean {
    if (installedIn === undefined) return false;
    if (guildIds.length > 0) return guildIds.includes(installedIn);
    return adminRoles.length > 0 || guildCount() <= 1;
  }

  const may = ({ permissions }: Context, right: bigint): boolean =>
    (permissions & (right | ADMINISTRATOR)) !== 0n;

  const admin = (context: Context): boolean =>
    ours(context) &&
    (adminRoles.length > 0 ? hasRole(context) : may(context, BigInt(MANAGE_GUILD)));

  return {
    admin,
    helper: (context) =>
      admin(context) || (ours(context) && adminRoles.length === 0 && may(context, MANAGE_MESSAGES)),
  };
}
