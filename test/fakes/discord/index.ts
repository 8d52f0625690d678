import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createCommands } from "./commands.ts";
import { createGateway, type FakeGateway } from "./gateway.ts";
import { createInteractions } from "./interactions.ts";
import { createMessages, type World } from "./messages.ts";
import {
  APPLICATION,
  BOT,
  channelPayload,
  guildPayload,
  memberPayload,
  userPayload,
  type FakeGuild,
} from "./payloads.ts";
import { createRest, error, type Call, type Reply } from "./rest.ts";

export const TOKEN = "fake.discord.token";
/** Intents that an application has to be granted: members, presences, message content. */
const PRIVILEGED = (1 << 1) | (1 << 8) | (1 << 15);
const GUILD_MESSAGES = 1 << 9;
const DIRECT_MESSAGES = 1 << 12;

export type FakeDiscord = Awaited<ReturnType<typeof createFakeDiscord>>;

/** Discord on loopback: its REST API and its gateway, strict about what it is sent. */
export async function createFakeDiscord(
  guilds: readonly FakeGuild[],
  options: {
    readonly shards?: number;
    readonly heartbeatMs?: number;
    readonly check?: (call: Call) => readonly string[];
  } = {},
) {
  const problems: string[] = [];
  const limits = { total: 1_000, remaining: 1_000, reset_after: 14_400_000, max_concurrency: 16 };
  const late: { gateway?: FakeGateway } = {};
  let url = "";
  const direct = new Map<string, string>();

  const world: World = {
    guilds,
    channels: new Map(
      guilds.flatMap((guild) =>
        guild.channels.map((channel) => [channel.id, { channel, guild }] as const),
      ),
    ),
    deleted: new Set(),
    forbidden: new Set(),
    threadless: new Set(),
    problems,
    announce(t, d, guild) {
      const intent =
        guild === undefined ? DIRECT_MESSAGES : t.startsWith("MESSAGE") ? GUILD_MESSAGES : 1;
      late.gateway?.dispatch(t, d, { intent, ...(guild === undefined ? {} : { guild: guild.id }) });
    },
  };
  const messages = createMessages(world);
  const interactions = createInteractions({ problems, application: APPLICATION });
  const commands = createCommands({ problems, application: APPLICATION });

  /** The private channel with somebody; Discord keeps one for each. */
  function directChannel(user: string): string {
    const known = direct.get(user) ?? String(800_000_000_000_000_000n + BigInt(direct.size));
    direct.set(user, known);
    world.channels.set(known, { channel: { id: known, type: 1, name: "" } });
    return known;
  }

  function member(guild: string, user: string): Reply {
    const roles = guilds.find(({ id }) => id === guild)?.roles?.[user];
    if (roles === undefined) return error(404, 10_007, "Unknown Member");
    return {
      status: 200,
      body: { ...memberPayload(roles), user: userPayload({ id: user, name: "Member" }) },
    };
  }

  function handle(call: Call): Reply {
    problems.push(...(options.check?.(call) ?? []));
    if (call.path === "/gateway/bot") {
      const body = {
        url: `${url.replace("http", "ws")}/gateway`,
        shards: options.shards ?? 1,
        session_start_limit: limits,
      };
      return { status: 200, body };
    }
    if (call.path === "/users/@me/channels") {
      const user = (call.body as { recipient_id: string }).recipient_id;
      return { status: 200, body: channelPayload({ id: directChannel(user), type: 1, name: "" }) };
    }
    const [, guild, user = ""] = /^\/guilds\/(\d+)\/members\/(\d+)$/u.exec(call.path) ?? [];
    if (guild !== undefined) return member(guild, user);
    return (
      interactions.handle(call) ??
      messages.handle(call) ??
      commands.handle(call) ??
      error(404, 0, `404: no such path: ${call.path}`)
    );
  }

  const rest = createRest({ token: TOKEN, handle });
  const gateway = createGateway(rest.server, {
    token: TOKEN,
    heartbeatMs: options.heartbeatMs ?? 41_250,
    disallowedIntents: PRIVILEGED,
    ready: ({ shard, shards }) => {
      limits.remaining -= 1;
      const mine = guilds.filter(
        ({ id }) => Number((BigInt(id) >> 22n) % BigInt(shards)) === shard,
      );
      return {
        ready: {
          v: 10,
          user: userPayload(BOT),
          guilds: mine.map(({ id }) => ({ id, unavailable: true })),
          resume_gateway_url: `${url.replace("http", "ws")}/gateway`,
          application: { id: APPLICATION, flags: 0 },
        },
        guilds: mine.map(guildPayload),
      };
    },
  });
  rest.server.listen(0, "127.0.0.1");
  await once(rest.server, "listening");
  url = `http://127.0.0.1:${(rest.server.address() as AddressInfo).port}`;
  late.gateway = gateway;

  return {
    /** For `DISCORD_API_URL`. */
    apiUrl: `${url}/api`,
    world,
    problems,
    limits,
    rest,
    gateway,
    messages,
    interactions,
    commands,
    directChannel,
    async stop(): Promise<void> {
      await gateway.stop();
      await rest.stop();
    },
  };
}
