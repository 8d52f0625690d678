import { z } from "zod";
import { isDirect } from "./audience.ts";
import { readText } from "./mrkdwn.ts";
import type { Identity } from "./settings.ts";

/** How a question reached us: by name, in a direct message, below an answer of ours, or just in the channel. */
const way = z.enum(["mention", "direct", "thread", "channel"]);

/** A message that may be a question. JSON, so that another process can take it up again. */
export const questionShape = z.object({
  way,
  team: z.string(),
  channel: z.string(),
  user: z.string(),
  /** The asker's own workspace: another one in a shared channel. */
  userTeam: z.string(),
  ts: z.string(),
  /** When it was edited into these words. */
  writtenAt: z.string().optional(),
  /** The thread it stands in; absent at the top level. */
  thread: z.string().optional(),
  text: z.string(),
  /** It came with files, which are never read. */
  files: z.boolean(),
  eventId: z.string().optional(),
  /** People of other organisations read this channel. */
  external: z.boolean(),
});

export type Question = z.infer<typeof questionShape>;

export type Heard =
  | { readonly kind: "question"; readonly question: Question }
  | {
      readonly kind: "edited";
      readonly question: Question;
      readonly editedAt: string;
      /** Our name stands in it only since then. */
      readonly calls: boolean;
    }
  | {
      readonly kind: "deleted";
      readonly team: string;
      readonly channel: string;
      readonly ts: string;
    };

const text = z.string().default("");
const message = z.object({
  type: z.string().optional(),
  subtype: z.string().optional(),
  user: z.string().optional(),
  bot_id: z.string().nullish(),
  user_team: z.string().optional(),
  team: z.string().optional(),
  text,
  ts: z.string().optional(),
  thread_ts: z.string().optional(),
  files: z.array(z.unknown()).optional(),
  edited: z.object({ ts: z.string() }).optional(),
});

const envelope = z.object({
  team_id: z.string().nullish(),
  event_id: z.string().optional(),
  is_ext_shared_channel: z.boolean().nullish(),
  authorizations: z
    .array(
      z.object({ team_id: z.string().nullish(), is_enterprise_install: z.boolean().nullish() }),
    )
    .nullish(),
  event: message.extend({
    type: z.string(),
    channel: z.string().optional(),
    channel_type: z.string().optional(),
    deleted_ts: z.string().optional(),
    message: message.optional(),
    previous_message: message.optional(),
  }),
});

type Envelope = z.infer<typeof envelope>;
type Words = z.infer<typeof message>;

/** What people write; every other subtype is the workspace talking about itself. */
const SUBTYPES = new Set(["file_share", "thread_broadcast", "me_message"]);

/**
 * Pure: an event's body to what was heard in it. Undefined for what is no question: our own messages, other bots, changes
 * that are no edits, and whatever is not shaped as documented.
 */
export function parseEvent(body: unknown, me: Identity): Heard | undefined {
  const parsed = envelope.safeParse(body);
  if (!parsed.success) return undefined;
  const { event } = parsed.data;
  if (event.type !== "message" && event.type !== "app_mention") return undefined;
  if (event.subtype === "message_changed") return edited(parsed.data, me);
  if (event.subtype === "message_deleted") return deleted(parsed.data, me);
  if (event.subtype !== undefined && !SUBTYPES.has(event.subtype)) return undefined;
  const question = questionOf(parsed.data, event, me);
  return question && { kind: "question", question };
}

function questionOf(body: Envelope, words: Words, me: Identity): Question | undefined {
  const { event } = body;
  const { channel } = event;
  const { user, ts } = words;
  if (channel === undefined || user === undefined || ts === undefined) return undefined;
  // Another bot, or ourselves: two that answer each other would never stop.
  if (
    words.bot_id != null ||
    words.subtype === "bot_message" ||
    user === me.userId ||
    user === "USLACKBOT"
  )
    return undefined;
  const thread = words.thread_ts === ts ? undefined : words.thread_ts;
  const team = teamOf(body, me);
  if (team === undefined) return undefined;
  return {
    way: wayOf(event, words, channel, thread, me),
    team,
    channel,
    user,
    userTeam: words.user_team ?? words.team ?? team,
    ts,
    ...(words.edited !== undefined && { writtenAt: words.edited.ts }),
    ...(thread !== undefined && { thread }),
    text: readText(words.text, me.userId),
    files: (words.files ?? []).length > 0,
    ...(body.event_id !== undefined && { eventId: body.event_id }),
    external: body.is_ext_shared_channel === true,
  };
}

/**
 * The workspace we are installed in; in a shared channel `team_id` may be the other one. Undefined: an event for an
 * installation that is not ours, which our token could not answer.
 */
function teamOf({ authorizations, team_id }: Envelope, me: Identity): string | undefined {
  const [authorized] = authorizations ?? [];
  const named = [authorized?.team_id, team_id].filter((team) => team != null);
  if (named.length === 0 || named.includes(me.team)) return me.team;
  return authorized?.is_enterprise_install === true ? named[0] : undefined;
}

function wayOf(
  event: Envelope["event"],
  words: Words,
  channel: string,
  thread: string | undefined,
  me: Identity,
): Question["way"] {
  if (event.channel_type === "im" || (event.channel_type === undefined && isDirect(channel)))
    return "direct";
  if (event.type === "app_mention" || names(words, me)) return "mention";
  return thread === undefined ? "channel" : "thread";
}

const names = ({ text: written }: Words, me: Identity): boolean =>
  written.includes(`<@${me.userId}`);

/** An edit by a person; a link that unfolded or a thread that grew changes a message, too, and is none. */
function edited(body: Envelope, me: Identity): Heard | undefined {
  const { message: now, previous_message: before } = body.event;
  if (now === undefined || now.edited === undefined) return undefined;
  if (before !== undefined && before.text === now.text) return undefined;
  const ts = now.ts ?? before?.ts;
  const question = ts === undefined ? undefined : questionOf(body, { ...now, ts }, me);
  if (question === undefined) return undefined;
  const calls = question.way === "mention" && before !== undefined && !names(before, me);
  return { kind: "edited", question, editedAt: now.edited.ts, calls };
}

function deleted(body: Envelope, me: Identity): Heard | undefined {
  const { channel, deleted_ts, previous_message } = body.event;
  const ts = deleted_ts ?? previous_message?.ts;
  const team = teamOf(body, me);
  if (channel === undefined || ts === undefined || team === undefined) return undefined;
  return { kind: "deleted", team, channel, ts };
}
