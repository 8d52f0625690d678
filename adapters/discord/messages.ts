import type {
  APIChannel,
  GatewayMessageCreateDispatchData,
  GatewayMessageDeleteDispatchData,
  GatewayMessageUpdateDispatchData,
} from "discord.js";
import {
  createBestEffort,
  createLanes,
  type ChannelMode,
  type Metrics,
  type Services,
} from "../../src/index.ts";
import type { ChannelPosts } from "./posting.ts";
import { sentAt } from "./interaction.ts";
import { placeKey, type Place } from "./audience.ts";
import { parseMessage, type Asked, type Self } from "./parse.ts";
import { FORUM_TYPES, THREAD_TYPES, type Channel, type Places } from "./places.ts";
import { conversationOf, questionKey, type Questions } from "./questions.ts";
import type { Refusals } from "./refusals.ts";

/** What messages and threads lead to. Each may reject; the wiring counts and logs that. */
export interface Messages {
  readonly created: (message: GatewayMessageCreateDispatchData) => Promise<void>;
  readonly edited: (message: GatewayMessageUpdateDispatchData) => Promise<void>;
  readonly deleted: (
    message: Pick<GatewayMessageDeleteDispatchData, "id" | "guild_id">,
  ) => Promise<void>;
  readonly threadOpened: (
    thread: APIChannel & { readonly newly_created?: boolean },
  ) => Promise<void>;
}

export function createMessages(parts: {
  readonly services: Pick<Services, "channels" | "retract" | "clock" | "log">;
  readonly metrics: Metrics;
  readonly places: Places;
  readonly posts: ChannelPosts;
  readonly questions: Questions;
  readonly refusals: Refusals;
  readonly self: (guild: string | undefined) => Self;
  /** Of a channel that nobody has set. */
  readonly channelMode: ChannelMode;
}): Messages {
  const { services, metrics, places, posts, questions, refusals, self, channelMode } = parts;
  const attempt = createBestEffort(services.log, metrics);

  /** A question and its edits, one after the other: an edit finds the answer that it changes, and all that was kept of it. */
  const turns = createLanes(services.clock, 0);

  /** The channel with its parent, which settings and audiences go by. */
  async function located(place: Place): Promise<{ place: Place; channel: Channel | undefined }> {
    if (place.guild === undefined) return { place, channel: undefined };
    const channel = await places.find(place.channel);
    const parent = channel?.parent;
    return { place: parent === undefined ? place : { ...place, parent }, channel };
  }

  /** As it is set; while the store is down as it mostly is: better an answer where none is wanted than none anywhere. */
  async function modeOf(place: Place): Promise<ChannelMode> {
    const key = placeKey(place);
    if (key === undefined) return "mention";
    return attempt("channel-mode", channelMode, () => services.channels.mode(key));
  }

  async function answer(
    asked: Asked,
    place: Place,
    channel: Channel | undefined,
    key: string,
  ): Promise<void> {
    // Addressed without a word in somebody's thread or post: its title is what is asked.
    const inThread = channel !== undefined && THREAD_TYPES.includes(channel.type);
    const text = asked.kind === "hint" && inThread ? (channel.name ?? "") : asked.text;
    const { person } = asked;
    const conversation = inThread ? conversationOf(place.channel) : asked.conversation;
    const title = text === "" ? "Question" : text;
    const at = asked.editedAt ?? asked.sentAt;
    await questions.ask({
      via: "message",
      key,
      message: asked.id,
      text,
      person,
      place,
      conversation,
      sentAt: at,
      auto: false,
      title,
      ...(asked.kind === "text-only" ? { textOnly: true } : {}),
    });
  }

  /** A new post or thread where Docent may speak by itself: its title is the question, as the text is not shown to us. */
  async function answerPost(id: string, guild: string, thread: Channel): Promise<void> {
    const { parent, name, owner } = thread;
    if (parent === undefined || name === undefined || owner === undefined) return;
    if (owner === self(guild).user || refusals.closed(id)) return;
    const place: Place = { guild, channel: id, parent };
    if ((await modeOf(place)) !== "auto") return;
    await questions.ask({
      via: "message",
      key: questionKey(id),
      message: id,
      text: name,
      person: { user: owner, roles: [] },
      place,
      conversation: conversationOf(id),
      sentAt: sentAt(id),
      auto: true,
      title: name,
    });
  }

  return {
    async created(message) {
      const { guild_id: guild, channel_id: channel, author } = message;
      if (author !== undefined && author.bot !== true) questions.interrupt(channel, author.id);
      if (refusals.closed(channel)) return void metrics.count("discord_posts_skipped_total");
      const asked = parseMessage(message, self(guild));
      if (asked !== undefined) {
        return turns.run(asked.id, async () => {
          const at = await located(asked.place);
          if ((await modeOf(at.place)) === "off") return;
          await answer(asked, at.place, at.channel, questionKey(asked.id));
        });
      }
      // The first message of a forum post has the post's id; only from then on may anybody else write there.
      if (guild === undefined || message.id !== channel || author?.bot === true) return;
      const post = await places.find(channel);
      if (post !== undefined) await answerPost(channel, guild, post);
    },
    async edited(message) {
      const asked = parseMessage(message, self(message.guild_id));
      if (asked?.editedAt === undefined) return;
      await turns.run(asked.id, async () => {
        const before = await posts.answerTo({ ...asked.place, message: asked.id });
        if (before === undefined) return;
        // What it said before is neither kept nor leant on.
        if (before.answer !== undefined) await services.retract(before.answer);
        const at = await located(asked.place);
        await answer(asked, at.place, at.channel, questionKey(asked.id, asked.editedAt));
      });
    },
    async deleted({ id, guild_id: guild }) {
      const question = { message: id, ...(guild === undefined ? {} : { guild }) };
      const taken = await posts.retract(question);
      if (taken?.answer !== undefined) await services.retract(taken.answer);
    },
    async threadOpened(thread) {
      places.learn(thread);
      if (thread.newly_created !== true || !("guild_id" in thread) || thread.guild_id === undefined)
        return;
      // Most are of Docent's own making, and an answer waits.
      if ("owner_id" in thread && thread.owner_id === self(thread.guild_id).user) return;
      const opened = await places.find(thread.id);
      const parent = opened?.parent === undefined ? undefined : await places.find(opened.parent);
      // Of a forum post the first message is waited for.
      if (opened === undefined || parent === undefined || FORUM_TYPES.includes(parent.type)) return;
      await answerPost(thread.id, thread.guild_id, opened);
    },
  };
}
