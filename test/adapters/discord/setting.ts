import { createDiscord } from "../../../adapters/discord/index.ts";
import type { DiscordConfig } from "../../../src/index.ts";
import { createFakeDiscord, TOKEN } from "../../fakes/discord/index.ts";
import { strictly } from "../../fakes/discord/openapi.ts";
import type { FakeChannel, FakeGuild, FakeUser } from "../../fakes/discord/payloads.ts";
import { createPeople } from "../../fakes/discord/people.ts";
import { PAGES } from "../../support/pages.ts";
import { createRealCore, type RealCoreOptions } from "../../support/real-core.ts";

const channel = (id: string, type: number, name: string): FakeChannel => ({ id, type, name });

export const GENERAL = channel("4194304000000101", 0, "general");
export const HELP = channel("4194304000000102", 0, "help");
export const FORUM = channel("4194304000000103", 15, "questions");
export const HUMANS = channel("4194304000000104", 0, "humans");
export const VOICE = channel("4194304000000105", 2, "voice");

export const ADA: FakeUser = { id: "501", name: "Ada" };
export const BEN: FakeUser = { id: "502", name: "Ben" };
export const MANAGE_GUILD = String(1 << 5);

export const GUILD: FakeGuild = {
  id: "4194304000000000",
  name: "Community",
  channels: [GENERAL, HELP, FORUM, HUMANS, VOICE],
  roles: { [ADA.id]: ["7001"], [BEN.id]: [] },
};

export interface SettingOptions extends RealCoreOptions {
  readonly config?: Partial<DiscordConfig>;
  readonly guilds?: readonly FakeGuild[];
  readonly pages?: Readonly<Record<string, string>>;
  readonly shards?: number;
  readonly heartbeatMs?: number;
  readonly start?: boolean;
  /** How long one try of a call may take. */
  readonly tryMs?: number;
  /** How long stopping waits for answers. */
  readonly drainMs?: number;
}

/** Discord, a community in it, and Docent connected to it with the real core and the real discord.js. */
export async function createSetting(options: SettingOptions = {}) {
  const {
    config = {},
    guilds = [GUILD],
    pages = PAGES,
    shards,
    heartbeatMs,
    start = true,
    tryMs,
    drainMs,
    ...rest
  } = options;
  const fake = await createFakeDiscord(guilds, {
    check: strictly,
    ...(shards === undefined ? {} : { shards }),
    ...(heartbeatMs === undefined ? {} : { heartbeatMs }),
  });
  // What is tested here is not how fast the machine is: busy with other things it may need more than Discord's 3 seconds.
  fake.interactions.limits.answerMs = 60_000;
  const core = createRealCore(pages, rest);
  const settings: DiscordConfig = {
    token: TOKEN,
    guildIds: [],
    apiUrl: fake.apiUrl,
    channelMode: "mention",
    shards: "auto",
    adminRoles: [],
    escalationChannel: HUMANS.id,
    ...config,
  };
  const adapter = createDiscord(settings, core.services, {
    ...(tryMs === undefined ? {} : { tryMs }),
    ...(drainMs === undefined ? {} : { drainMs }),
  });
  const people = createPeople(fake);
  if (start) {
    await adapter.start();
    await people.until(() => fake.gateway.connected() === (shards ?? 1), "the connection");
  }
  return {
    ...core,
    fake,
    adapter,
    people,
    settings,
    async stop(): Promise<void> {
      await adapter.stop();
      await fake.stop();
    },
  };
}

export type Setting = Awaited<ReturnType<typeof createSetting>>;
