import {
  InteractionResponseType,
  REST,
  Routes,
  type APIChannel,
  type APIGuildMember,
  type APIMessage,
  type RESTOptions,
} from "discord.js";
import type { Log, Metrics } from "../../src/index.ts";
import type { CommandDefinition } from "./commands.ts";
import type { Outgoing } from "./components.ts";
import { asJson, messageJson } from "./message-json.ts";
import { LIMITS } from "./limits.ts";
import type { Modal } from "./modals.ts";

/** An interaction, as far as answering it goes. */
export interface Ticket {
  readonly id: string;
  readonly token: string;
  readonly application: string;
}

/** Every call that Docent makes to Discord's REST API; all bodies are silent towards everybody. */
export type Calls = ReturnType<typeof createCalls>;

/** One try of a call; a message is tried again with the same nonce, so a lost reply never posts twice. */
export const TRY_MS = 6_000;
/** A route that is closed for longer is given up; the core tries the question again later. */
const LONGEST_WAIT_MS = 20_000;

export function createCalls(options: {
  readonly token: string;
  readonly apiUrl?: string;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly tryMs: number;
}) {
  const { token, log, metrics, tryMs } = options;
  const shared: Partial<RESTOptions> = {
    version: "10",
    timeout: tryMs,
    rejectOnRateLimit: ({ timeToReset, retryAfter }) =>
      Math.max(timeToReset, retryAfter) > LONGEST_WAIT_MS,
    // 10,000 refused requests in ten minutes shut out the whole address.
    invalidRequestWarningInterval: 500,
    ...(options.apiUrl === undefined ? {} : { api: options.apiUrl }),
  };
  const rest = new REST({ ...shared, retries: 2 }).setToken(token);
  // Follow-ups know no nonce: better one too few than one twice.
  const once = new REST({ ...shared, retries: 0 }).setToken(token);
  for (const client of [rest, once]) {
    client.on("invalidRequestWarning", ({ count, remainingTime }) => {
      metrics.count("discord_invalid_requests_total");
      log.warn(
        { count, remainingTime },
        "Discord refuses many requests: look for missing permissions",
      );
    });
  }

  const callback = (
    ticket: Ticket,
    type: InteractionResponseType,
    data?: unknown,
  ): Promise<unknown> =>
    rest.post(Routes.interactionCallback(ticket.id, ticket.token), {
      body: data === undefined ? { type } : { type, data },
      auth: false,
    });
  const answer = (
    { id, token: own }: Ticket,
    type: InteractionResponseType,
    message: Outgoing,
  ): Promise<unknown> =>
    rest.post(Routes.interactionCallback(id, own), {
      ...asJson(`{"type":${type},"data":${messageJson(message)}}`),
      auth: false,
    });

  return {
    reply: (ticket: Ticket, message: Outgoing) =>
      answer(ticket, InteractionResponseType.ChannelMessageWithSource, message),
    update: (ticket: Ticket, message: Outgoing) =>
      answer(ticket, InteractionResponseType.UpdateMessage, message),
    defer: (ticket: Ticket, hidden: boolean) =>
      callback(
        ticket,
        InteractionResponseType.DeferredChannelMessageWithSource,
        hidden ? { flags: 64 } : {},
      ),
    choices: (
      ticket: Ticket,
      choices: readonly { readonly name: string; readonly value: string }[],
    ) =>
      callback(ticket, InteractionResponseType.ApplicationCommandAutocompleteResult, {
        choices: choices.slice(0, LIMITS.choices),
      }),
    modal: (ticket: Ticket, modal: Modal) => callback(ticket, InteractionResponseType.Modal, modal),
    editOriginal: (ticket: Ticket, message: Outgoing) =>
      rest.patch(Routes.webhookMessage(ticket.application, ticket.token), {
        ...asJson(messageJson(editable(message))),
        auth: false,
      }),
    deleteOriginal: (ticket: Ticket) =>
      rest.delete(Routes.webhookMessage(ticket.application, ticket.token), { auth: false }),
    /** Sent at most once. */
    followUp: (ticket: Ticket, message: Outgoing) =>
      once.post(Routes.webhook(ticket.application, ticket.token), {
        ...asJson(messageJson(message)),
        auth: false,
      }),

    /** Posts once, however often it is called with this nonce in the next minutes. */
    async post(
      channel: string,
      message: Outgoing,
      nonce: string,
      signal?: AbortSignal,
      replyTo?: string,
    ) {
      const besides = {
        ...(replyTo === undefined ? {} : { message_reference: replyReference(replyTo) }),
        nonce: nonce.slice(0, LIMITS.nonce),
        enforce_nonce: true,
      };
      const posted = await rest.post(Routes.channelMessages(channel), {
        ...asJson(messageJson(message, besides)),
        ...(signal === undefined ? {} : { signal }),
      });
      return posted as APIMessage;
    },
    edit: (channel: string, message: string, changed: Outgoing) =>
      rest.patch(Routes.channelMessage(channel, message), asJson(messageJson(editable(changed)))),
    remove: (channel: string, message: string) =>
      rest.delete(Routes.channelMessage(channel, message)),
    startThread: async (channel: string, message: string, name: string) =>
      (await rest.post(Routes.threads(channel, message), { body: { name } })) as APIChannel,
    member: async (guild: string, user: string) =>
      (await rest.get(Routes.guildMember(guild, user))) as APIGuildMember,
    channel: async (id: string) => (await rest.get(Routes.channel(id))) as APIChannel,
    directChannel: async (user: string) =>
      ((await rest.post(Routes.userChannels(), { body: { recipient_id: user } })) as APIChannel).id,

    commands: async (application: string, guild?: string) =>
      (await rest.get(commandRoute(application, guild))) as CommandDefinition[],
    setCommands: (application: string, commands: readonly CommandDefinition[], guild?: string) =>
      rest.put(commandRoute(application, guild), { body: commands }),

    close() {
      for (const client of [rest, once]) {
        client.clearHashSweeper();
        client.clearHandlerSweeper();
        client.removeAllListeners();
      }
    },
  };
}

function replyReference(message: string): {
  readonly message_id: string;
  readonly fail_if_not_exists: boolean;
} {
  return { message_id: message, fail_if_not_exists: false };
}

/** Whether a message is ephemeral is settled when it is created. */
function editable(message: Outgoing): Outgoing {
  return { ...message, flags: message.flags & ~64 };
}

function commandRoute(application: string, guild?: string): `/${string}` {
  return guild === undefined
    ? Routes.applicationCommands(application)
    : Routes.applicationGuildCommands(application, guild);
}
