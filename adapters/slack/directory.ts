import { LRUCache } from "lru-cache";
import { z } from "zod";
import type { Clock, Log } from "../../src/index.ts";
import { failureOf } from "./failure.ts";
import { TIMES } from "./limits.ts";
import type { Web } from "./web.ts";

/** Who belongs where, asked of Slack and remembered for a few minutes. */
export interface Directory {
  /** Ids of the user groups a person is in; none where Slack does not say. */
  groupsOf(user: string): Promise<readonly string[]>;
  /** The workspace somebody belongs to; undefined: Slack does not know them any more, or does not say. */
  teamOf(user: string): Promise<string | undefined>;
  isAdmin(user: string, userTeam: string): Promise<boolean>;
  /** Whether people of other organisations read a channel; true where Slack does not say. */
  isExternal(channel: string): Promise<boolean>;
  /** What is known already, without asking Slack. */
  isKnownAdmin(user: string): boolean;
}

const groupsReply = z.object({
  usergroups: z
    .array(z.object({ id: z.string(), users: z.array(z.string()).default([]) }))
    .default([]),
});
const userReply = z.object({
  user: z.object({
    team_id: z.string().optional(),
    deleted: z.boolean().default(false),
    is_bot: z.boolean().default(false),
    is_admin: z.boolean().default(false),
    is_owner: z.boolean().default(false),
    is_restricted: z.boolean().default(false),
    is_ultra_restricted: z.boolean().default(false),
    is_stranger: z.boolean().default(false),
  }),
});

const channelReply = z.object({
  channel: z.object({
    is_ext_shared: z.boolean().default(false),
    is_pending_ext_shared: z.boolean().default(false),
  }),
});
/** As many channels as anybody presses buttons in within a few minutes. */
const CHANNELS = 1_000;

/** Members of a workspace's groups and their admins; wrong by at most `TIMES.directory` after a change in Slack. */
export function createDirectory(
  web: Web,
  clock: Clock,
  log: Log,
  who: { readonly admins: readonly string[]; readonly team: () => string },
): Directory {
  let groups:
    | { readonly until: number; readonly members: Promise<ReadonlyMap<string, readonly string[]>> }
    | undefined;
  const admins = new Map<string, { readonly until: number; readonly admin: boolean }>();
  const channels = new LRUCache<string, { readonly until: number; readonly external: boolean }>({
    max: CHANNELS,
  });

  async function readGroups(): Promise<ReadonlyMap<string, readonly string[]>> {
    const of = new Map<string, string[]>();
    try {
      const reply = groupsReply.parse(await web.call("usergroups.list", { include_users: true }));
      for (const { id, users } of reply.usergroups) {
        for (const user of users) of.set(user, [...(of.get(user) ?? []), id]);
      }
    } catch (error) {
      const failure = failureOf(error);
      // Without groups people see less, never more.
      log.warn(
        { failure },
        "user groups could not be read; pages for groups are not shown until they can",
      );
    }
    return of;
  }

  async function groupsOf(user: string): Promise<readonly string[]> {
    if (groups === undefined || groups.until <= clock.now()) {
      groups = { until: clock.now() + TIMES.directory, members: readGroups() };
    }
    return (await groups.members).get(user) ?? [];
  }

  async function askSlack(user: string): Promise<boolean> {
    const reply = userReply.parse(await web.call("users.info", { user }));
    const { deleted, is_bot, is_restricted, is_ultra_restricted, is_stranger, ...person } =
      reply.user;
    if (deleted || is_bot || is_restricted || is_ultra_restricted || is_stranger) return false;
    if (person.team_id !== who.team()) return false;
    return person.is_admin || person.is_owner;
  }

  async function teamOf(user: string): Promise<string | undefined> {
    try {
      const { deleted, team_id } = userReply.parse(await web.call("users.info", { user })).user;
      return deleted ? undefined : team_id;
    } catch (error) {
      log.info({ failure: failureOf(error) }, "Slack did not say who somebody is");
      return undefined;
    }
  }

  async function isExternal(channel: string): Promise<boolean> {
    const known = channels.get(channel);
    if (known !== undefined && known.until > clock.now()) return known.external;
    try {
      const reply = channelReply.parse(await web.call("conversations.info", { channel })).channel;
      const external = reply.is_ext_shared || reply.is_pending_ext_shared;
      channels.set(channel, { until: clock.now() + TIMES.directory, external });
      return external;
    } catch (error) {
      log.info({ failure: failureOf(error) }, "Slack did not say who reads a channel");
      return true;
    }
  }

  async function listed(user: string): Promise<boolean> {
    if (who.admins.includes(user)) return true;
    if (!who.admins.some((id) => id.startsWith("S"))) return false;
    return (await groupsOf(user)).some((group) => who.admins.includes(group));
  }

  return {
    groupsOf,
    teamOf,
    isExternal,
    isKnownAdmin: (user) =>
      (admins.get(user)?.until ?? 0) > clock.now() && admins.get(user)?.admin === true,
    async isAdmin(user, userTeam) {
      // Somebody of another workspace is never an admin here, whatever the list says.
      if (userTeam !== who.team()) return false;
      const known = admins.get(user);
      if (known !== undefined && known.until > clock.now()) return known.admin;
      try {
        const admin = who.admins.length > 0 ? await listed(user) : await askSlack(user);
        admins.set(user, { until: clock.now() + TIMES.directory, admin });
        return admin;
      } catch (error) {
        log.warn(
          { failure: failureOf(error) },
          "Slack did not say whether somebody is an admin; refused",
        );
        return false;
      }
    },
  };
}
