import { chunks } from "./check-stream.ts";
import type { Chunk } from "./check-stream.ts";
import { visibleText } from "./read-blocks.ts";
import { streamBlocks } from "./stream-blocks.ts";
import type { TaskDisplay } from "./stream-blocks.ts";
import type { StoredMessage } from "./workspace.ts";

type Args = Readonly<Record<string, unknown>>;
type Reply = Record<string, unknown>;
/** Told of what no caller may do, however the workspace is. */
type Misused = (words: string) => void;

/** Messages that are written bit by bit: chat.startStream, chat.appendStream and chat.stopStream, their arguments checked. */
export interface Streams {
  readonly start: (args: Args, misused: Misused) => Reply;
  readonly append: (args: Args, misused: Misused) => Reply;
  readonly stop: (args: Args, misused: Misused) => Reply;
  /** A person presses Stop. */
  interrupt(message: StoredMessage): void;
  /** Undefined for a message that was never streamed. */
  stateOf(message: StoredMessage): "in_progress" | "completed" | undefined;
}

interface Stream {
  readonly message: StoredMessage;
  readonly display: TaskDisplay;
  readonly startedAt: number;
  readonly content: Content;
  readonly ended?: "by us" | "by a person";
}

/** What was sent so far, and how: a stream stays with the one argument that first brought something. */
interface Content {
  readonly sent: readonly Chunk[];
  readonly way?: "markdown_text" | "chunks";
}

/** Seen by others at Slack itself, not published: a stream ends five minutes after its start, however much is written. */
const LIVES_MS = 300_000;
/** Those in chunks; what stands at the end may have as many of its own. */
const MOST_BLOCKS = 50;

export function createStreams({
  messages,
  botUser,
  now,
  post,
}: {
  readonly messages: readonly StoredMessage[];
  readonly botUser: string;
  readonly now: () => number;
  /** Puts an empty message of ours into the channel; undefined where we are no member. */
  readonly post: (args: Args) => StoredMessage | undefined;
}): Streams {
  const streams = new Map<string, Stream>();
  const keyOf = ({ channel, ts }: Args): string => `${String(channel)} ${String(ts)}`;
  const refused = (error: string): Reply => ({ ok: false, error });
  const isOver = ({ ended, startedAt }: Stream): boolean =>
    ended !== undefined || now() - startedAt >= LIVES_MS;

  /** The stream, still open or not, or why it is none. */
  function find(args: Args, misused: Misused): Stream | Reply {
    const stream = streams.get(keyOf(args));
    if (stream === undefined) misused("no stream of ours ever had this ts");
    const message = messages.find((one) => keyOf({ ...one }) === keyOf(args));
    if (message === undefined) return refused("message_not_found");
    if (message.user !== botUser) return refused("message_not_owned_by_app");
    return stream ?? refused("message_not_in_streaming_state");
  }

  /** Shows what is there now, with what a stop puts below it. */
  function keep(stream: Stream, below: readonly unknown[] = []): void {
    const { message, content, display } = stream;
    streams.set(keyOf({ ...message }), stream);
    message.blocks = [...streamBlocks(content.sent, display), ...below];
    message.text = visibleText(message.blocks);
  }

  return {
    start(args, misused) {
      const content = added({ sent: [] }, args);
      if (typeof content === "string") return misuse(content, misused);
      const message = post(args);
      if (message === undefined) return refused("not_in_channel");
      const display = args["task_display_mode"] === "plan" ? "plan" : "timeline";
      keep({ message, display, startedAt: now(), content });
      return { ok: true, channel: message.channel, ts: message.ts };
    },
    append(args, misused) {
      const stream = find(args, misused);
      if (!isStream(stream)) return stream;
      if (stream.ended === "by a person") return refused("stopped_by_user");
      if (stream.ended === "by us") misused("it was stopped before");
      if (isOver(stream)) return refused("message_not_in_streaming_state");
      const content = added(stream.content, args);
      if (typeof content === "string") return misuse(content, misused);
      keep({ ...stream, content });
      return { ok: true, channel: stream.message.channel, ts: stream.message.ts };
    },
    stop(args, misused) {
      const stream = find(args, misused);
      if (!isStream(stream)) return stream;
      // Not a fault where it was stopped before: a stop whose reply was lost may be tried again.
      if (isOver(stream)) return refused("message_not_in_streaming_state");
      const content = added(stream.content, args);
      if (typeof content === "string") return misuse(content, misused);
      const { message } = stream;
      keep(
        { ...stream, content, ended: "by us" },
        Array.isArray(args["blocks"]) ? args["blocks"] : [],
      );
      if (args["metadata"] !== undefined) message.metadata = args["metadata"];
      const { channel, ts, thread, text, blocks, user } = message;
      const shown = { type: "message", subtype: "bot_message", bot_id: "BBOT", user, ts, text };
      const placed = thread === undefined ? {} : { thread_ts: thread };
      const said = { ...shown, ...placed, blocks, streaming_state: "completed" };
      return { ok: true, channel, ts, message: said };
    },
    interrupt(message) {
      const stream = streams.get(keyOf({ ...message }));
      if (stream === undefined) throw new Error("that message is not streamed");
      if (!isOver(stream)) keep({ ...stream, ended: "by a person" });
    },
    stateOf(message) {
      const stream = streams.get(keyOf({ ...message }));
      if (stream === undefined) return undefined;
      return isOver(stream) ? "completed" : "in_progress";
    },
  };

  function misuse(error: string, misused: Misused): Reply {
    misused(error);
    return refused(error);
  }
}

function isStream(found: Stream | Reply): found is Stream {
  return "startedAt" in found;
}

/** What is there once this call is done; Slack's code where it does not fit to what was sent before. */
function added(
  { sent, way }: Content,
  { markdown_text: text, chunks: given }: Args,
): Content | string {
  const more: readonly Chunk[] =
    typeof text === "string" && text !== ""
      ? [{ type: "markdown_text", text }]
      : chunks.parse(given ?? []);
  if (more.length === 0) return { sent, ...(way !== undefined && { way }) };
  const now = given === undefined ? "markdown_text" : "chunks";
  // Seen by others at Slack itself, not published.
  if (way !== undefined && way !== now) return "streaming_mode_mismatch";
  const all = [...sent, ...more];
  const blocks = all.flatMap((one) => (one.type === "blocks" ? one.blocks : []));
  return blocks.length > MOST_BLOCKS ? "msg_blocks_too_many" : { sent: all, way: now };
}
