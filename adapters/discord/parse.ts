import type {
  APIMessage,
  GatewayMessageCreateDispatchData,
  GatewayMessageUpdateDispatchData,
} from "discord.js";
import type { Person, Place } from "./audience.ts";

/** How Docent is addressed in a guild. */
export interface Self {
  readonly user: string;
  /** Its own role there: people pick it from the list as often as the user. */
  readonly role?: string | undefined;
}

/** A message that is for Docent; plain JSON, so that it can be taken up again after a crash. */
export interface Asked {
  /** `hint`: addressed without a word. `text-only`: nothing but files. */
  readonly kind: "question" | "hint" | "text-only";
  readonly id: string;
  readonly text: string;
  readonly person: Person;
  readonly place: Place;
  readonly sentAt: number;
  /** What the answer belongs to: a thread, the message whose thread it will be, a direct-message channel. */
  readonly conversation: string;
  /** Epoch milliseconds of the last edit. */
  readonly editedAt?: number;
}

/** Ordinary messages and replies; joins, pins, boosts and the like are nobody's question. */
const QUESTION_TYPES: readonly number[] = [0, 19];
const THREADS: readonly number[] = [10, 11, 12];

/** Undefined for everything that is not for Docent: bots and webhooks, itself included, and talk among people. */
export function parseMessage(
  message: GatewayMessageCreateDispatchData | GatewayMessageUpdateDispatchData,
  self: Self,
): Asked | undefined {
  const { author, guild_id: guild } = message;
  if (author === undefined || author.bot === true || author.system === true) return undefined;
  if (message.webhook_id !== undefined || message.application_id !== undefined) return undefined;
  if (!QUESTION_TYPES.includes(message.type)) return undefined;
  if (guild !== undefined && !addresses(message, self)) return undefined;
  const text = question(message.content ?? "", self);
  return {
    kind: text !== "" ? "question" : hasFiles(message) ? "text-only" : "hint",
    id: message.id,
    text,
    person: { user: author.id, roles: message.member?.roles ?? [] },
    place: { channel: message.channel_id, ...(guild === undefined ? {} : { guild }) },
    sentAt: Date.parse(message.timestamp),
    conversation: `discord:${conversation(message, self, guild)}`,
    ...(message.edited_timestamp ? { editedAt: Date.parse(message.edited_timestamp) } : {}),
  };
}

function addresses(message: APIMessage, self: Self): boolean {
  if (message.mentions.some((user) => user.id === self.user)) return true;
  return message.mention_roles.some((role) => role === self.role);
}

function hasFiles(message: APIMessage): boolean {
  return message.attachments.length > 0 || (message.sticker_items?.length ?? 0) > 0;
}

function conversation(
  message: APIMessage & { channel_type?: number },
  self: Self,
  guild?: string,
): string {
  const type = message.channel_type;
  if (guild === undefined || (type !== undefined && THREADS.includes(type)))
    return message.channel_id;
  // A reply to an answer of ours goes on where that answer's question began.
  const replied = message.referenced_message;
  if (replied?.author?.id === self.user) return replied.message_reference?.message_id ?? replied.id;
  return message.id;
}

/**
 * What a person meant: without being addressed, mentions of others and channels, and with the names of custom emoji.
 * Used for messages of others, too.
 */
export function question(content: string, self: Self): string {
  const words = content.replaceAll(`<@${self.user}>`, " ");
  // Most name nothing else.
  const bare = words.includes("<")
    ? words
        .replaceAll(/<(?:@[!&]?|#)\d{1,20}>/gu, " ")
        .replaceAll(/<a?(:\w{2,32}:)\d{1,20}>/gu, "$1")
    : words;
  return bare.replaceAll(/[^\S\n]+/gu, " ").trim();
}
