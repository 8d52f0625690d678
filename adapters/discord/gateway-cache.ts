import type { Client } from "discord.js";
import type { Self } from "./parse.ts";
import { THREAD_TYPES, type Channel } from "./places.ts";

/** What discord.js keeps anyway: the channels that the gateway told of. */
export function knownChannel(client: Client | undefined, id: string): Channel | undefined {
  const channel = client?.channels.cache.get(id);
  if (channel === undefined || channel.partial) return undefined;
  const thread = THREAD_TYPES.includes(channel.type);
  const parent = thread && "parentId" in channel ? channel.parentId : null;
  const owner = thread && "ownerId" in channel ? channel.ownerId : null;
  const name = "name" in channel ? channel.name : null;
  return {
    type: channel.type,
    ...(parent === null ? {} : { parent }),
    ...(owner === null ? {} : { owner }),
    ...(name === null ? {} : { name }),
  };
}

/** Docent's user, and the role that Discord made for it in this guild: looked up when somebody named a role. */
export function selfIn(client: Client | undefined, guild: string | undefined): Self {
  const user = client?.user?.id ?? "";
  const roles = guild === undefined ? undefined : client?.guilds.cache.get(guild)?.roles;
  return {
    user,
    get role() {
      return user === "" ? undefined : roles?.botRoleFor(user)?.id;
    },
  };
}
