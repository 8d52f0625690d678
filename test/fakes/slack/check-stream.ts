import { z } from "zod";
import { blockFaults } from "./check-blocks.ts";
import type { Fault } from "./fault.ts";

type Args = Readonly<Record<string, unknown>>;

/**
 * What Slack refuses about the calls that stream a message. Arguments, lengths and most codes are published
 * (https://docs.slack.dev/reference/methods/chat.startStream); marked `seen` are the codes that others report from Slack itself.
 */
const MOST_CHARACTERS = 12_000;
const field = z.string().min(1).max(256);

const chunk = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("markdown_text"), text: z.string().min(1) }),
  z.strictObject({ type: z.literal("plan_update"), title: field }),
  z.strictObject({
    type: z.literal("task_update"),
    id: field,
    title: field,
    status: z.enum(["pending", "in_progress", "complete", "error"]),
    details: field.optional(),
    output: field.optional(),
    sources: z
      .array(
        z.strictObject({
          type: z.literal("url"),
          url: z.string().regex(/^https?:\/\/\S+$/u),
          text: z.string().min(1),
        }),
      )
      .optional(),
  }),
  z.strictObject({ type: z.literal("blocks"), blocks: z.array(z.unknown()).min(1).max(50) }),
]);

export const chunks = z.array(chunk);
export type Chunk = z.infer<typeof chunk>;

const timeStamp = z.string().regex(/^\d+\.\d+$/u);
const choices = z.object({
  ts: timeStamp.optional(),
  thread_ts: timeStamp.optional(),
  recipient_user_id: z
    .string()
    .regex(/^[UW]\w+$/u)
    .optional(),
  recipient_team_id: z
    .string()
    .regex(/^[TE]\w+$/u)
    .optional(),
  task_display_mode: z.enum(["timeline", "plan"]).optional(),
  session_status: z.enum(["active", "processing", "suspended", "closed"]).optional(),
});

/** The faults of one call, none for a method that does not stream. */
export function streamFaults(method: string, args: Args): Fault[] {
  if (!/^chat\.(?:start|append|stop)Stream$/u.test(method)) return [];
  const { markdown_text: text, chunks: given } = args;
  const faults: Fault[] = [];
  const fault = (error: string, words: string): void => void faults.push({ error, words });

  const chosen = choices.safeParse(args);
  if (!chosen.success) fault("invalid_arguments", z.prettifyError(chosen.error));
  if (method === "chat.startStream") startFaults(args, fault);
  // Seen.
  if (text !== undefined && given !== undefined)
    fault("cannot_provide_both_markdown_text_and_chunks", "markdown_text and chunks together");
  if (text !== undefined && typeof text !== "string")
    fault("invalid_arguments", "markdown_text is no text");
  if (method === "chat.appendStream" && isEmpty(text) && isEmpty(given))
    fault("no_text", "there is neither markdown_text nor chunks");
  if (given !== undefined) chunkFaults(given, fault);
  // Seen.
  if (typeof text === "string" && text.length > MOST_CHARACTERS)
    fault("msg_too_long", `markdown_text has ${text.length} characters`);
  return faults;
}

type Say = (error: string, words: string) => void;

function startFaults(
  { channel, thread_ts, recipient_team_id, recipient_user_id }: Args,
  fault: Say,
): void {
  if (String(channel).startsWith("D")) {
    // Seen.
    if (thread_ts === undefined)
      fault("invalid_arguments", "thread_ts is missing in a direct message");
    return;
  }
  if (recipient_team_id === undefined)
    fault("missing_recipient_team_id", "recipient_team_id is missing outside of a direct message");
  if (recipient_user_id === undefined)
    fault("missing_recipient_user_id", "recipient_user_id is missing outside of a direct message");
}

function chunkFaults(given: unknown, fault: Say): void {
  const parsed = chunks.safeParse(given);
  if (!parsed.success) {
    fault("invalid_chunks", `chunks: ${z.prettifyError(parsed.error)}`);
    return;
  }
  for (const one of parsed.data) {
    if (one.type === "markdown_text" && one.text.length > MOST_CHARACTERS)
      fault("msg_too_long", `chunks: a text has ${one.text.length} characters`);
    if (one.type === "blocks")
      for (const words of blockFaults(one.blocks)) fault("invalid_blocks", `chunks: ${words}`);
  }
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === "" || (Array.isArray(value) && value.length === 0);
}
