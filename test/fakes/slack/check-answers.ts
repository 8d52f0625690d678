import { z } from "zod";
import { blockFaults, viewFaults } from "./check-blocks.ts";

/** What a `response_url` takes: https://docs.slack.dev/interactivity/handling-user-interaction#message_responses */
const responseShape = z.strictObject({
  response_type: z.enum(["ephemeral", "in_channel"]).optional(),
  replace_original: z.boolean().optional(),
  delete_original: z.boolean().optional(),
  thread_ts: z
    .string()
    .regex(/^\d+\.\d+$/u)
    .optional(),
  text: z.string().min(1).max(4000).optional(),
  blocks: z.array(z.unknown()).optional(),
});

/** What Slack would refuse about a message sent to a `response_url`. */
export function responseFaults(body: unknown): string[] {
  const parsed = responseShape.safeParse(body);
  if (!parsed.success) return z.prettifyError(parsed.error).split("\n");
  const { text, blocks, delete_original } = parsed.data;
  if (delete_original === true) return [];
  return [...(text === undefined ? ["text is missing"] : []), ...blockFaults(blocks ?? [])];
}

/** What comes back with an acknowledgement, where something does: https://docs.slack.dev/surfaces/modals#modifying */
const ackShape = z.union([
  z.strictObject({}),
  z.strictObject({ response_action: z.literal("clear") }),
  z.strictObject({ response_action: z.enum(["update", "push"]), view: z.unknown() }),
  z.strictObject({
    response_action: z.literal("errors"),
    errors: z.record(z.string(), z.string().min(1)),
  }),
]);

/** What Slack would refuse about an acknowledgement. */
export function ackFaults(payload: unknown): string[] {
  const parsed = ackShape.safeParse(payload ?? {});
  if (!parsed.success) return z.prettifyError(parsed.error).split("\n");
  return "view" in parsed.data ? viewFaults(parsed.data.view) : [];
}
