import type { FakeDiscord } from "./index.ts";
import type { Given } from "./interactions.ts";
import {
  APPLICATION,
  channelPayload,
  EVERYTHING,
  memberPayload,
  snowflake,
  userPayload,
  type FakeChannel,
  type FakeGuild,
  type FakeUser,
} from "./payloads.ts";

/** Where somebody does something; without a guild: in a direct message. */
export interface Where {
  readonly channel: FakeChannel;
  readonly guild?: FakeGuild;
}

export interface Acting extends Where {
  readonly user: FakeUser;
  readonly permissions?: string;
  /** Installed by the user for themselves, not in the guild. */
  readonly userInstalled?: boolean;
}

/** Tells Docent of an interaction, and keeps what comes back to it. */
export function sendInteraction(
  fake: FakeDiscord,
  type: number,
  acting: Acting,
  fields: object,
  id = snowflake(),
): Given {
  const { user, channel, guild, permissions = "0", userInstalled = false } = acting;
  const token = `token-${id}-${"x".repeat(24)}`;
  const roles = guild?.roles?.[user.id] ?? [];
  const who =
    guild === undefined
      ? { user: userPayload(user), context: 1 }
      : {
          guild_id: guild.id,
          guild: { id: guild.id, features: [], locale: "en-US" },
          guild_locale: "en-US",
          member: { ...memberPayload(roles), permissions, user: userPayload(user) },
          context: 0,
        };
  const on = "message" in fields ? (fields.message as { id: string }).id : undefined;
  const given = fake.interactions.begin(id, token, type, on);
  const payload = {
    id,
    application_id: APPLICATION,
    type,
    token,
    version: 1,
    channel: { ...channelPayload(channel, guild?.id), permissions: EVERYTHING },
    channel_id: channel.id,
    locale: "en-US",
    app_permissions: EVERYTHING,
    attachment_size_limit: 10_485_760,
    entitlements: [],
    entitlement_sku_ids: [],
    authorizing_integration_owners:
      userInstalled || guild === undefined ? { "1": user.id } : { "0": guild.id },
    ...who,
    ...fields,
  };
  fake.gateway.dispatch(
    "INTERACTION_CREATE",
    payload,
    guild === undefined ? {} : { guild: guild.id },
  );
  return given;
}
