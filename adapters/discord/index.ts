import { Events, GatewayDispatchEvents, type Client } from "discord.js";
import {
  createInFlight,
  explain,
  type Adapter,
  type Answer,
  type DiscordConfig,
  type Services,
} from "../../src/index.ts";
import { createCalls, TRY_MS } from "./calls.ts";
import { createChannelPosts } from "./posting.ts";
import { commandDefinitions } from "./commands.ts";
import { createGateway } from "./connection.ts";
import { codeOf } from "./failure.ts";
import { interact } from "./interactions.ts";
import { knownChannel, selfIn } from "./gateway-cache.ts";
import { labelsOf } from "./labels-of.ts";
import { createMessages } from "./messages.ts";
import { inviteLink } from "./permissions.ts";
import { takeEvents } from "./own-events.ts";
import { createPlaces } from "./places.ts";
import { createQuestions } from "./questions.ts";
import { createRefusals } from "./refusals.ts";
import { registerCommands } from "./register.ts";
import { createRights } from "./rights.ts";
import { tell } from "./tell.ts";

const DRAIN_MS = 10_000;

/** Discord, and how somebody who wanted to hear of an answer is told there. */
export interface DiscordAdapter extends Adapter {
  /** `channel` is what was given to `tellMe`. */
  tell(channel: string, answer: Answer): Promise<void>;
  /** What somebody may read by; undefined where no server is shared with them. */
  labelsOf(user: string): Promise<readonly string[] | undefined>;
}

/**
 * Builds everything for Discord; nothing is sent or opened before `start`. `tryMs` is how long one try of a call may
 * take and `drainMs` how long stopping waits for answers; tests shorten them.
 */
export function createDiscord(
  config: DiscordConfig,
  services: Services,
  {
    tryMs = TRY_MS,
    drainMs = DRAIN_MS,
  }: { readonly tryMs?: number; readonly drainMs?: number } = {},
): DiscordAdapter {
  const { clock, log, metrics, store } = services;
  const { token, apiUrl, guildIds, adminRoles, escalationChannel, channelMode } = config;
  const calls = createCalls({
    token,
    log,
    metrics,
    tryMs,
    ...(apiUrl === undefined ? {} : { apiUrl }),
  });
  const inFlight = createInFlight(clock);
  const refusals = createRefusals(clock, metrics);
  let stopped = false;

  const gateway = createGateway({ config, clock, log, metrics, listen });
  const places = createPlaces(calls, (id) => knownChannel(gateway.client(), id));
  const posts = createChannelPosts({ calls, places, refusals, store, clock, log, metrics });
  const escalation = escalationChannel !== undefined;
  const questions = createQuestions({ services, calls, posts, escalation });
  const rights = createRights(
    { adminRoles, guildIds },
    () => gateway.client()?.guilds.cache.size ?? 0,
  );
  const self = (guild: string | undefined) => selfIn(gateway.client(), guild);
  const messages = createMessages({
    services,
    metrics,
    places,
    posts,
    questions,
    refusals,
    self,
    channelMode,
  });
  const pressParts = { services, calls, posts, questions, rights, escalationChannel };
  const interactionParts = { ...pressParts, self: () => self(undefined).user };

  /** Every event ends here: counted, logged without what it says, and never a rejection that nobody hears. */
  function accept(work: () => Promise<void>): void {
    if (stopped) return;
    metrics.count("discord_events_total");
    void inFlight.track(work()).catch((error: unknown) => {
      metrics.count("discord_event_failures_total");
      log.warn(
        { code: codeOf(error), error: explain(error) },
        "a Discord event could not be handled",
      );
    });
  }

  /** Removed from a server: nothing of it is kept. An outage of Discord's looks alike but for one flag. */
  async function left(guild: {
    readonly id: string;
    readonly unavailable?: boolean;
  }): Promise<void> {
    if (guild.unavailable === true) return;
    await services.purge(`discord:${guild.id}`);
    log.info(
      { guild: guild.id },
      "Docent was removed from a Discord server; what was kept of it is deleted",
    );
  }

  /** Events as Discord sent them: also those of channels and people that discord.js does not keep. */
  function listen(client: Client): void {
    const { ws } = client;
    takeEvents(client, {
      INTERACTION_CREATE: (event) => accept(() => interact(event, interactionParts)),
      MESSAGE_CREATE: (event) => accept(() => messages.created(event)),
      MESSAGE_UPDATE: (event) => accept(() => messages.edited(event)),
      MESSAGE_DELETE: (event) => accept(() => messages.deleted(event)),
      THREAD_CREATE: (event) => accept(() => messages.threadOpened(event)),
    });
    ws.on(GatewayDispatchEvents.GuildDelete, (event) => accept(() => left(event)));
    client.once(Events.ClientReady, ({ application, guilds }) => {
      log.info({ servers: guilds.cache.size }, "Discord connected");
      if (guilds.cache.size === 0) {
        log.info(
          { invite: inviteLink(application.id) },
          "Docent is in no Discord server yet: open the link to add it",
        );
      }
      const wanted = commandDefinitions({ adminsByRole: adminRoles.length > 0 });
      accept(() => registerCommands(application.id, { calls, log, guildIds, wanted }));
    });
  }

  return {
    name: "discord",
    start: () => gateway.start(),
    async stop() {
      // Without a connection nothing new comes in; what is under way is answered over HTTP.
      await gateway.stop();
      stopped = true;
      const left = await inFlight.drain(drainMs);
      if (left > 0) log.warn({ left }, "Discord was stopped with answers still on their way");
      calls.close();
    },
    health: () => gateway.health(),
    resume: (event) => inFlight.track(questions.resume(event)),
    tell: (channel, answer) => tell(channel, answer, { calls, posts, clock }),
    labelsOf: (user) =>
      labelsOf(user, { guilds: [...(gateway.client()?.guilds.cache.keys() ?? [])], calls }),
  };
}
