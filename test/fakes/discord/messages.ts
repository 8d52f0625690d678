import { channelMessageFaults, webhookMessageFaults } from "./body-rules.ts";
import { isObject } from "./component-rules.ts";
import {
  BOT,
  channelPayload,
  messagePayload,
  snowflake,
  type FakeChannel,
  type FakeGuild,
} from "./payloads.ts";
import { error, type Call, type Reply } from "./rest.ts";

/** A message of Docent's that stands in a channel. */
export interface Posted {
  readonly id: string;
  readonly channel: string;
  body: unknown;
  deleted: boolean;
  readonly nonce: string;
  edits: number;
}

export interface World {
  readonly guilds: readonly FakeGuild[];
  readonly channels: Map<string, { readonly channel: FakeChannel; readonly guild?: FakeGuild }>;
  /** Ids of people's messages that were deleted. */
  readonly deleted: Set<string>;
  /** Channels that Docent may not write to. */
  readonly forbidden: Set<string>;
  /** Channels in which it may start no threads. */
  readonly threadless: Set<string>;
  /** Everything that Discord would have refused: tests fail on it. */
  readonly problems: string[];
  readonly announce: (t: string, d: object, guild?: FakeGuild) => void;
}

export function createMessages(world: World) {
  const posted: Posted[] = [];

  function refuse(call: Call, faults: readonly string[]): Reply {
    world.problems.push(`${call.method} ${call.path}: ${faults.join("; ")}`);
    return { status: 400, body: { code: 50_035, message: "Invalid Form Body", errors: {} } };
  }

  function payload(message: Posted): object {
    const at = world.channels.get(message.channel);
    const fields = isObject(message.body) ? message.body : {};
    const { content, components, flags, nonce, message_reference } = fields;
    return messagePayload({
      id: message.id,
      channel: at?.channel ?? { id: message.channel, type: 1, name: "" },
      author: BOT,
      content: typeof content === "string" ? content : "",
      ...(at?.guild === undefined ? {} : { guild: at.guild }),
      extra: {
        components: components ?? [],
        flags: flags ?? 0,
        ...(nonce === undefined ? {} : { nonce }),
        ...(message_reference === undefined ? {} : { message_reference }),
      },
    });
  }

  function create(call: Call, channel: string): Reply {
    const at = world.channels.get(channel);
    if (at === undefined) return error(404, 10_003, "Unknown Channel");
    if (world.forbidden.has(channel)) return error(403, 50_013, "Missing Permissions");
    const faults = channelMessageFaults(call.body);
    if (faults.length > 0) return refuse(call, faults);
    const nonce = isObject(call.body) ? String(call.body["nonce"]) : "";
    const before = posted.find((message) => message.nonce === nonce);
    if (before !== undefined) return { status: 200, body: payload(before) };
    const message: Posted = {
      id: snowflake(),
      channel,
      body: call.body,
      deleted: false,
      nonce,
      edits: 0,
    };
    posted.push(message);
    world.announce("MESSAGE_CREATE", payload(message), at.guild);
    return { status: 200, body: payload(message) };
  }

  function change(call: Call, channel: string, id: string): Reply {
    const message = posted.find((one) => one.id === id && one.channel === channel && !one.deleted);
    if (message === undefined) return error(404, 10_008, "Unknown Message");
    if (call.method === "DELETE") {
      message.deleted = true;
      return { status: 204 };
    }
    const faults = webhookMessageFaults(call.body);
    if (faults.length > 0) return refuse(call, faults);
    message.body = call.body;
    message.edits += 1;
    return { status: 200, body: payload(message) };
  }

  function thread(call: Call, channel: string, message: string): Reply {
    const at = world.channels.get(channel);
    if (at === undefined) return error(404, 10_003, "Unknown Channel");
    if (world.deleted.has(message)) return error(404, 10_008, "Unknown Message");
    if (world.threadless.has(channel)) return error(403, 50_013, "Missing Permissions");
    if (world.channels.has(message))
      return error(400, 160_004, "A thread has already been created for this message");
    const name = isObject(call.body) ? call.body["name"] : undefined;
    if (typeof name !== "string" || name.length < 1 || name.length > 100)
      return refuse(call, ["bad thread name"]);
    const opened: FakeChannel = { id: message, type: 11, name, parent: channel, owner: BOT.id };
    world.channels.set(message, {
      channel: opened,
      ...(at.guild === undefined ? {} : { guild: at.guild }),
    });
    const body = channelPayload(opened, at.guild?.id);
    world.announce("THREAD_CREATE", { ...body, newly_created: true }, at.guild);
    return { status: 201, body };
  }

  return {
    posted,
    payload,
    /** Undefined: no path of channels and messages. */
    handle(call: Call): Reply | undefined {
      const [, channel = "", kind, id, more] =
        /^\/channels\/(\d+)(?:\/(messages)(?:\/(\d+)(?:\/(threads))?)?)?$/u.exec(call.path) ?? [];
      if (channel === "") return undefined;
      if (more !== undefined) return thread(call, channel, id ?? "");
      if (id !== undefined) return change(call, channel, id);
      if (kind !== undefined) return create(call, channel);
      const at = world.channels.get(channel);
      if (at === undefined) return error(404, 10_003, "Unknown Channel");
      return { status: 200, body: channelPayload(at.channel, at.guild?.id) };
    },
  };
}
