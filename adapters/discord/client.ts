import {
  Client,
  GatewayIntentBits,
  Options,
  SimpleIdentifyThrottler,
  SimpleShardingStrategy,
  type ClientOptions,
} from "discord.js";
import type { DiscordConfig } from "../../src/index.ts";

/**
 * Messages of servers and direct messages, and the servers' channels; not what messages say: Discord shows the text of
 * those that mention Docent or were written to it, and nothing else is read.
 */
export const INTENTS = [
  GatewayIntentBits.Guilds,
  GatewayIntentBits.GuildMessages,
  GatewayIntentBits.DirectMessages,
];

/** A client, and how to leave it behind for good. */
export interface Connection {
  readonly client: Client;
  readonly abandon: () => Promise<void>;
}

const HOUR_S = 3_600;

/** discord.js with nothing kept that Docent does not use. */
export function createClient(
  config: Pick<DiscordConfig, "shards" | "apiUrl">,
  mayIdentify: (shard: number, signal: AbortSignal) => Promise<void>,
): Connection {
  let freeze = (): void => undefined;
  const ws: ClientOptions["ws"] = {
    buildIdentifyThrottler: async (manager) => {
      const limit = (await manager.fetchGatewayInformation()).session_start_limit;
      const concurrency = new SimpleIdentifyThrottler(limit.max_concurrency);
      return {
        async waitForIdentify(shard, signal) {
          await mayIdentify(shard, signal);
          await concurrency.waitForIdentify(shard, signal);
        },
      };
    },
    buildStrategy: (manager) => {
      // A shard that is destroyed while it waits to reconnect would connect once more: it gets no session to do so.
      freeze = () =>
        void (manager.options.retrieveSessionInfo = () => new Promise(() => undefined));
      return new SimpleShardingStrategy(manager);
    },
  };
  const client = new Client({
    intents: INTENTS,
    allowedMentions: { parse: [] },
    enforceNonce: true,
    makeCache: Options.cacheWithLimits(CACHES),
    sweepers: { threads: { interval: HOUR_S, lifetime: 4 * HOUR_S } },
    ws,
    rest: { timeout: 6_000, ...(config.apiUrl === undefined ? {} : { api: config.apiUrl }) },
    ...(config.shards === "auto"
      ? { shards: "auto" as const }
      : {
          shardCount: config.shards,
          shards: Array.from({ length: config.shards }, (_, id) => id),
        }),
  });
  return {
    client,
    async abandon() {
      freeze();
      client.removeAllListeners();
      // Without a listener an error that comes too late would end the process.
      client.on("error", () => undefined);
      await client.destroy();
    },
  };
}

/** Guilds, channels and roles cannot be limited; everything that grows with people and messages is. */
const CACHES = {
  ...Options.DefaultMakeCacheSettings,
  ApplicationCommandManager: 0,
  ApplicationEmojiManager: 0,
  AutoModerationRuleManager: 0,
  BaseGuildEmojiManager: 0,
  DMMessageManager: 0,
  EntitlementManager: 0,
  GuildBanManager: 0,
  GuildEmojiManager: 0,
  GuildInviteManager: 0,
  GuildMemberManager: {
    maxSize: 0,
    keepOverLimit: (member: { id: string; client: Client }) => member.id === member.client.user?.id,
  },
  GuildMessageManager: 0,
  GuildScheduledEventManager: 0,
  GuildStickerManager: 0,
  MessageManager: 0,
  PresenceManager: 0,
  ReactionManager: 0,
  ReactionUserManager: 0,
  StageInstanceManager: 0,
  ThreadMemberManager: 0,
  UserManager: {
    maxSize: 0,
    keepOverLimit: (user: { id: string; client: Client }) => user.id === user.client.user?.id,
  },
  VoiceStateManager: 0,
};
