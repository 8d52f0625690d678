import { argumentFaults } from "./check-arguments.ts";
import { lackingScope } from "./method-scopes.ts";
import { createStreams } from "./streams.ts";
import type { Streams } from "./streams.ts";

type Args = Readonly<Record<string, unknown>>;
type Reply = Record<string, unknown>;

/** A message in the fake workspace. */
export interface StoredMessage {
  readonly channel: string;
  readonly ts: string;
  readonly thread?: string;
  readonly user?: string;
  text: string;
  blocks: unknown[];
  metadata?: unknown;
}

export interface FakePerson {
  readonly id: string;
  readonly team_id?: string;
  readonly is_admin?: boolean;
  readonly is_owner?: boolean;
  readonly is_restricted?: boolean;
  readonly deleted?: boolean;
}

export interface Workspace {
  readonly team: string;
  readonly botUser: string;
  readonly messages: StoredMessage[];
  /** Views that are open or published, by id (a home tab by its user). */
  readonly views: Map<string, unknown>;
  readonly people: Map<string, FakePerson>;
  readonly groups: Map<string, readonly string[]>;
  /** Channels that another organisation reads, too. */
  readonly external: Set<string>;
  /** Channels that Docent is no member of. */
  readonly closed: Set<string>;
  /** What the token may do; everything, as long as nothing is said. */
  readonly scopes: string[];
  /** Messages of ours that are written bit by bit. */
  readonly streams: Pick<Streams, "interrupt" | "stateOf">;
  /** Somebody writes. */
  say(message: Omit<StoredMessage, "blocks"> & { readonly blocks?: unknown[] }): void;
  /** A new trigger id, good for one view. */
  trigger(): string;
  /** Checks the arguments and does what Slack would. Faults of ours are added to `faults`. */
  perform(method: string, args: Args, faults: string[]): Reply;
}

/** Slack's state behind the Web API: messages, views, people; each call checked against the published descriptions. */
export function createWorkspace(now: () => number, team = "T1", botUser = "UBOT"): Workspace {
  const messages: StoredMessage[] = [];
  const views = new Map<string, unknown>();
  const people = new Map<string, FakePerson>();
  const groups = new Map<string, readonly string[]>();
  const external = new Set<string>();
  const closed = new Set<string>();
  const scopes: string[] = [];
  const triggers = new Set<string>();
  let count = 0;

  // Later than what people wrote in the same second: `Harness.stamp` counts from below.
  const stamp = (): string => `${Math.floor(now() / 1000)}.${500_000 + (count += 1)}`;
  const find = ({ channel, ts }: Args): StoredMessage | undefined =>
    messages.find((message) => message.channel === channel && message.ts === ts);
  const saidIn = ({ channel }: Args): StoredMessage[] =>
    messages.filter((message) => message.channel === channel);
  const refused = (error: string): Reply => ({ ok: false, error });

  function opened(args: Args, id: string): Reply {
    const trigger = String(args["trigger_id"]);
    if (!triggers.delete(trigger)) return refused("expired_trigger_id");
    views.set(id, args["view"]);
    return { ok: true, view: { id } };
  }

  /** A new message of ours; undefined in a channel that we are no member of. */
  function post(args: Args): StoredMessage | undefined {
    const channel = String(args["channel"]);
    if (closed.has(channel)) return undefined;
    const message: StoredMessage = {
      channel,
      ts: stamp(),
      ...(typeof args["thread_ts"] === "string" && { thread: args["thread_ts"] }),
      user: botUser,
      text: typeof args["text"] === "string" ? args["text"] : "",
      blocks: Array.isArray(args["blocks"]) ? args["blocks"] : [],
      metadata: args["metadata"],
    };
    messages.push(message);
    return message;
  }

  const streams = createStreams({ messages, botUser, now, post });
  const isStreaming = (message: StoredMessage): boolean =>
    streams.stateOf(message) === "in_progress";

  const methods: Record<string, (args: Args, misused: (words: string) => void) => Reply> = {
    "auth.test": () => ({
      ok: true,
      team_id: team,
      user_id: botUser,
      bot_id: "BBOT",
      url: "https://t1.slack.example/",
    }),
    "chat.postMessage": (args) => {
      const message = post(args);
      if (message === undefined) return refused("not_in_channel");
      return { ok: true, channel: message.channel, ts: message.ts };
    },
    "chat.startStream": streams.start,
    "chat.appendStream": streams.append,
    "chat.stopStream": streams.stop,
    "chat.update": (args) => {
      const message = find(args);
      if (message === undefined) return refused("message_not_found");
      if (message.user !== botUser) return refused("cant_update_message");
      if (isStreaming(message)) return refused("streaming_state_conflict");
      message.text = String(args["text"]);
      message.blocks = Array.isArray(args["blocks"]) ? args["blocks"] : [];
      return { ok: true, ts: message.ts };
    },
    "chat.delete": (args) => {
      const message = find(args);
      if (message === undefined) return refused("message_not_found");
      if (message.user !== botUser || isStreaming(message)) return refused("cant_delete_message");
      messages.splice(messages.indexOf(message), 1);
      return { ok: true };
    },
    "chat.postEphemeral": () => ({ ok: true, message_ts: stamp() }),
    "chat.getPermalink": ({ channel, message_ts }) => ({
      ok: true,
      permalink: `https://t1.slack.example/archives/${String(channel)}/p${String(message_ts).replace(".", "")}`,
    }),
    "conversations.replies": (args) => {
      const inThread = ({ thread, ts }: StoredMessage) =>
        thread === args["ts"] || ts === args["ts"];
      return paged(args, saidIn(args).filter(inThread));
    },
    // The newest first, and of threads only how they began.
    "conversations.history": (args) =>
      paged(
        args,
        saidIn(args)
          .filter(({ thread }) => thread === undefined)
          .toReversed(),
      ),
    "conversations.info": ({ channel }) => ({
      ok: true,
      channel: { id: channel, is_ext_shared: external.has(String(channel)) },
    }),
    "users.info": ({ user }) => {
      const person = people.get(String(user)) ?? { id: String(user) };
      return { ok: true, user: { team_id: team, ...person } };
    },
    "usergroups.list": () => ({
      ok: true,
      usergroups: [...groups].map(([id, users]) => ({ id, users })),
    }),
    "views.open": (args) => opened(args, `V${(count += 1)}`),
    "views.push": (args) => opened(args, `V${(count += 1)}`),
    "views.update": (args) => {
      if (!views.has(String(args["view_id"]))) return refused("not_found");
      views.set(String(args["view_id"]), args["view"]);
      return { ok: true, view: { id: args["view_id"] } };
    },
    "views.publish": (args) => {
      views.set(String(args["user_id"]), args["view"]);
      return { ok: true };
    },
    "assistant.threads.setStatus": () => ({ ok: true }),
    "assistant.threads.setSuggestedPrompts": () => ({ ok: true }),
    "assistant.threads.setTitle": () => ({ ok: true }),
  };

  /** One page; `said` is in the order in which Slack gives it. */
  function paged(
    { oldest = "0", limit = 100, cursor = 0, ts }: Args,
    said: StoredMessage[],
  ): Reply {
    // A thread's first message comes with its replies, however old it is.
    const some = said.filter((one) => Number(one.ts) > Number(oldest) || one.ts === ts);
    const next = Number(cursor) + Number(limit);
    const page = some.slice(Number(cursor), next).map((message) => {
      const { thread, ...rest } = message;
      const streaming_state = streams.stateOf(message);
      return {
        ...rest,
        ...(thread !== undefined && { thread_ts: thread }),
        ...(streaming_state !== undefined && { streaming_state }),
      };
    });
    const more = next < some.length && { response_metadata: { next_cursor: String(next) } };
    return { ok: true, messages: page, has_more: more !== false, ...more };
  }

  return {
    team,
    botUser,
    messages,
    views,
    people,
    groups,
    external,
    closed,
    scopes,
    streams,
    say: (message) => void messages.push({ blocks: [], ...message }),
    trigger() {
      const id = `${(count += 1)}.trigger`;
      triggers.add(id);
      return id;
    },
    perform(method, args, faults) {
      const needed = lackingScope(method, args, scopes);
      if (needed !== undefined)
        return { ...refused("missing_scope"), needed, provided: scopes.join(",") };
      const [wrong, ...more] = argumentFaults(method, args);
      const misused = (words: string): void => void faults.push(`${method}: ${words}`);
      if (wrong === undefined) return methods[method]?.(args, misused) ?? refused("unknown_method");
      for (const { words } of [wrong, ...more]) misused(words);
      return refused(wrong.error);
    },
  };
}
