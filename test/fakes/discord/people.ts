import { setTimeout as sleep } from "node:timers/promises";
import type { FakeDiscord } from "./index.ts";
import { sendInteraction, type Acting, type Where } from "./interaction-payload.ts";
import type { Given } from "./interactions.ts";
import {
  APPLICATION,
  channelPayload,
  messagePayload,
  snowflake,
  type FakeChannel,
} from "./payloads.ts";
import { screenOf, type Screen } from "./screen.ts";

/** A message with buttons, as somebody sees it. */
export interface Shown {
  readonly id: string;
  readonly body: unknown;
}

/** What people do in Discord, and what they then see. */
export function createPeople(fake: FakeDiscord) {
  const interaction = (type: number, acting: Acting, fields: object, id?: string): Given =>
    sendInteraction(fake, type, acting, fields, id);

  return {
    interaction,
    /** `/name sub option: value …` */
    slash(
      acting: Acting,
      name: string,
      options: Readonly<Record<string, unknown>> = {},
      sub?: string,
    ): Given {
      const values = Object.entries(options).map(([key, value]) => ({
        name: key,
        type: typeof value === "boolean" ? 5 : 3,
        value,
      }));
      const drawn = sub === undefined ? values : [{ name: sub, type: 1, options: values }];
      return interaction(2, acting, { data: { id: "1", name, type: 1, options: drawn } });
    },
    types(acting: Acting, text: string): Given {
      const options = [{ name: "question", type: 3, value: text, focused: true }];
      return interaction(4, acting, { data: { id: "1", name: "ask", type: 1, options } });
    },
    menu(acting: Acting, name: string, content: string): Given {
      const target = snowflake();
      const message = messagePayload({
        id: target,
        channel: acting.channel,
        author: { id: "77", name: "Other" },
        content,
      });
      const data = {
        id: "1",
        name,
        type: 3,
        target_id: target,
        resolved: { messages: { [target]: message } },
      };
      return interaction(2, acting, { data });
    },
    press(acting: Acting, shown: Shown, label: string): Given {
      const button = screenOf(shown.body).buttons.find((one) => one.label === label);
      if (button === undefined)
        throw new Error(`no button ${label} in: ${JSON.stringify(screenOf(shown.body).buttons)}`);
      return this.pressId(acting, shown, button.id);
    },
    pressId: (acting: Acting, shown: Shown, customId: string): Given =>
      interaction(3, acting, {
        data: { component_type: 2, custom_id: customId, id: 1 },
        message: messageOf(shown, acting),
      }),
    choose(acting: Acting, shown: Shown, label: string): Given {
      const option = screenOf(shown.body).options.find((one) => one.label === label);
      if (option === undefined)
        throw new Error(`no option ${label} in: ${JSON.stringify(screenOf(shown.body).options)}`);
      return interaction(3, acting, {
        data: { component_type: 3, custom_id: option.menu, id: 1, values: [option.value] },
        message: messageOf(shown, acting),
      });
    },
    submit: (acting: Acting, modal: unknown, text: string, on?: Shown): Given =>
      interaction(5, acting, {
        data: {
          custom_id: (modal as { custom_id: string }).custom_id,
          components: [
            { type: 18, id: 1, component: { type: 4, id: 2, custom_id: "text", value: text } },
          ],
        },
        ...(on === undefined ? {} : { message: messageOf(on, acting) }),
      }),
    /** Says something; what Discord shows of it to Docent depends on who is mentioned. */
    says(acting: Acting, content: string, extra: object = {}, id = snowflake()): string {
      const { channel, guild, user } = acting;
      const payload = messagePayload({
        id,
        channel,
        author: user,
        content,
        extra,
        ...(guild === undefined ? {} : { guild }),
      });
      const visible =
        guild === undefined ||
        fake.gateway.readsContent() ||
        (payload as { mentions: unknown[] }).mentions.length > 0;
      const seen = visible
        ? payload
        : { ...payload, content: "", attachments: [], embeds: [], components: [] };
      fake.world.announce("MESSAGE_CREATE", seen, guild);
      return id;
    },
    edits(acting: Acting, id: string, content: string): void {
      const { channel, guild, user } = acting;
      const extra = { edited_timestamp: new Date().toISOString() };
      const payload = messagePayload({
        id,
        channel,
        author: user,
        content,
        extra,
        ...(guild === undefined ? {} : { guild }),
      });
      fake.world.announce("MESSAGE_UPDATE", payload, guild);
    },
    deletes({ channel, guild }: Where, id: string): void {
      fake.world.deleted.add(id);
      const from = guild === undefined ? {} : { guild_id: guild.id };
      fake.world.announce("MESSAGE_DELETE", { id, channel_id: channel.id, ...from }, guild);
    },
    /** A post in a forum, or a thread without a message in a text channel. */
    opens(acting: Acting, name: string, content: string): FakeChannel {
      const { channel, guild, user } = acting;
      const thread: FakeChannel = {
        id: snowflake(),
        type: 11,
        name,
        parent: channel.id,
        owner: user.id,
      };
      fake.world.channels.set(thread.id, {
        channel: thread,
        ...(guild === undefined ? {} : { guild }),
      });
      fake.world.announce(
        "THREAD_CREATE",
        { ...channelPayload(thread, guild?.id), newly_created: true },
        guild,
      );
      this.says(
        { ...acting, channel: thread },
        content,
        {},
        channel.type === 15 ? thread.id : snowflake(),
      );
      return thread;
    },
    /** Docent's messages in a channel, as they are now. */
    seesIn: (channel: string): (Screen & Shown)[] =>
      fake.messages.posted
        .filter((message) => message.channel === channel && !message.deleted)
        .map((message) => ({ ...screenOf(message.body), id: message.id, body: message.body })),
    sees: (given: Given): Screen & Shown => ({
      ...screenOf(given.shown),
      id: given.id,
      body: given.shown,
    }),
    until,
  };

  function messageOf({ id, body }: Shown, { channel, guild }: Where): object {
    const posted = fake.messages.posted.find((one) => one.id === id);
    if (posted !== undefined) return fake.messages.payload(posted);
    const { components = [], flags = 0 } = (body ?? {}) as { components?: unknown; flags?: number };
    return messagePayload({
      id,
      channel,
      author: { id: APPLICATION, name: "Docent", bot: true },
      content: "",
      ...(guild === undefined ? {} : { guild }),
      extra: { components, flags: flags | 64 },
    });
  }
}

export type People = ReturnType<typeof createPeople>;

/** Looks again until it is so: what a person does who waits for an answer. Says in vain for what before the test ends. */
async function until<T>(look: () => T | undefined | false, what = "it", ms = 25_000): Promise<T> {
  const end = performance.now() + ms;
  for (let turn = 0; ; turn += 1) {
    const seen = look();
    if (seen !== undefined && seen !== false) return seen;
    if (performance.now() > end) throw new Error(`waited ${ms} ms in vain for ${what}`);
    await sleep(turn < 200 ? 2 : 10);
  }
}
