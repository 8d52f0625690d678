import { openClient } from "./open-client.ts";
import type { OpenClient } from "./open-client.ts";
import { visibleText } from "./read-blocks.ts";
import type { StoredMessage } from "./workspace.ts";

export const THREAD = "1795176000.000100";
export const RECIPIENT = { recipient_team_id: "T1", recipient_user_id: "U1" };
/** What chat.startStream needs in a channel. */
export const IN_CHANNEL = { channel: "C1", thread_ts: THREAD, ...RECIPIENT };

export const paragraph = (text: string) => ({
  type: "rich_text",
  elements: [{ type: "rich_text_section", elements: [{ type: "text", text }] }],
});

export interface Begun extends OpenClient {
  readonly message: StoredMessage;
  /** What a person sees of it now. */
  readonly seen: () => string;
  /** What the calls that go on with it need. */
  readonly stream: { readonly channel: string; readonly ts: string };
}

/** A stream in a channel's thread, begun with a few words. */
export async function begun(): Promise<Begun> {
  const open = await openClient();
  const { slack, client } = open;
  const { ts = "" } = await client.chat.startStream({ ...IN_CHANNEL, markdown_text: "Senior: " });
  const message = slack.workspace.messages.find((one) => one.ts === ts);
  if (message === undefined) throw new Error("nothing was posted");
  const seen = (): string => visibleText(message.blocks);
  return { ...open, message, seen, stream: { channel: "C1", ts } };
}
