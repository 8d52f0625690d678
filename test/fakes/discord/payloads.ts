/** What Discord sends, complete: discord.js reads keys that the documentation's own samples leave out. */

export interface FakeUser {
  readonly id: string;
  readonly name: string;
  readonly bot?: boolean;
}

export interface FakeChannel {
  readonly id: string;
  /** 0 text, 1 direct, 5 announcement, 11 thread, 15 forum. */
  readonly type: number;
  readonly name: string;
  readonly parent?: string;
  readonly owner?: string;
}

export interface FakeGuild {
  readonly id: string;
  readonly name: string;
  readonly channels: readonly FakeChannel[];
  /** Role ids by member. */
  readonly roles?: Readonly<Record<string, readonly string[]>>;
}

export const APPLICATION = "900000000000000001";
export const BOT: FakeUser = { id: APPLICATION, name: "Docent", bot: true };
export const BOT_ROLE = "900000000000000002";
export const EVERYTHING = "9007199254740991";

let counter = 0n;

/** Numbered as Discord numbers: rising, with the time inside. */
export function snowflake(now = Date.now()): string {
  counter = (counter + 1n) % 4_096n;
  return String((BigInt(now - 1_420_070_400_000) << 22n) | counter);
}

export function userPayload({ id, name, bot = false }: FakeUser): object {
  return {
    id,
    username: name,
    global_name: name,
    discriminator: "0",
    avatar: null,
    bot,
    public_flags: 0,
    avatar_decoration_data: null,
    primary_guild: null,
  };
}

export function memberPayload(roles: readonly string[]): object {
  return {
    roles,
    nick: null,
    avatar: null,
    banner: null,
    joined_at: "2026-01-04T20:21:10.139000+00:00",
    premium_since: null,
    deaf: false,
    mute: false,
    pending: false,
    flags: 0,
    communication_disabled_until: null,
  };
}

export function channelPayload(channel: FakeChannel, guild?: string): object {
  const { id, type, name, parent, owner } = channel;
  const shared = { id, type, flags: 0, ...(guild === undefined ? {} : { guild_id: guild }) };
  if (type === 1) return { ...shared, last_message_id: null, recipients: [] };
  const named = {
    ...shared,
    name,
    parent_id: parent ?? null,
    position: 0,
    permission_overwrites: [],
  };
  if (type !== 11) return { ...named, nsfw: false, rate_limit_per_user: 0, topic: null };
  return {
    ...named,
    owner_id: owner ?? BOT.id,
    last_message_id: null,
    message_count: 0,
    member_count: 1,
    total_message_sent: 0,
    rate_limit_per_user: 0,
    thread_metadata: {
      archived: false,
      archive_timestamp: "2026-01-05T00:49:57.102000+00:00",
      auto_archive_duration: 1440,
      locked: false,
      create_timestamp: "2026-01-05T00:49:57.102000+00:00",
    },
  };
}

export function guildPayload(guild: FakeGuild): object {
  const role = (id: string, name: string, tags?: object): object => ({
    id,
    name,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    icon: null,
    unicode_emoji: null,
    position: 0,
    permissions: "0",
    managed: tags !== undefined,
    mentionable: true,
    flags: 0,
    ...(tags === undefined ? {} : { tags }),
  });
  const threads = guild.channels.filter((channel) => channel.type === 11);
  return {
    id: guild.id,
    name: guild.name,
    icon: null,
    splash: null,
    banner: null,
    owner_id: "1",
    region: "eu",
    afk_timeout: 0,
    verification_level: 0,
    default_message_notifications: 0,
    explicit_content_filter: 0,
    roles: [role(guild.id, "@everyone"), role(BOT_ROLE, "Docent", { bot_id: BOT.id })],
    emojis: [],
    stickers: [],
    features: [],
    mfa_level: 0,
    system_channel_flags: 0,
    premium_tier: 0,
    preferred_locale: "en-US",
    nsfw_level: 0,
    premium_progress_bar_enabled: false,
    joined_at: "2026-01-04T20:39:45.451000+00:00",
    large: false,
    unavailable: false,
    member_count: 2,
    members: [{ ...memberPayload([BOT_ROLE]), user: userPayload(BOT) }],
    channels: guild.channels
      .filter((channel) => channel.type !== 11)
      .map((channel) => channelPayload(channel, guild.id)),
    threads: threads.map((channel) => channelPayload(channel, guild.id)),
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

export interface FakeMessage {
  readonly id: string;
  readonly channel: FakeChannel;
  readonly guild?: FakeGuild;
  readonly author: FakeUser;
  readonly content: string;
  readonly extra?: object;
}

/** A message as the gateway tells of it, with those it mentions. */
export function messagePayload({
  id,
  channel,
  guild,
  author,
  content,
  extra,
}: FakeMessage): object {
  const mentioned = new RegExp(`<@!?${BOT.id}>`, "u").test(content) ? [userPayload(BOT)] : [];
  const roles = content.includes(`<@&${BOT_ROLE}>`) ? [BOT_ROLE] : [];
  return {
    id,
    type: 0,
    channel_id: channel.id,
    channel_type: channel.type,
    author: userPayload(author),
    content,
    timestamp: new Date(Number(BigInt(id) >> 22n) + 1_420_070_400_000).toISOString(),
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: mentioned,
    mention_roles: roles,
    attachments: [],
    embeds: [],
    components: [],
    pinned: false,
    flags: 0,
    ...(guild === undefined
      ? {}
      : { guild_id: guild.id, member: memberPayload(guild.roles?.[author.id] ?? []) }),
    ...extra,
  };
}
