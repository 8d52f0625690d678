import { AUTO_FLOOR, explain } from "../../src/index.ts";
import { placeOf } from "./audience.ts";
import type { Question } from "./parse.ts";
import type { Parts } from "./parts.ts";

const OFF_MS = 3_600_000;

/** We are meant; where nobody asked us by name, only an answer of at least this confidence is given. */
export interface Invited {
  readonly floor?: number;
}

/** Decides by the channel's mode and the thread's past whether a message is for us; undefined: stay silent. */
export function createInvitation(
  parts: Parts,
): (question: Question) => Promise<Invited | undefined> {
  const { services, records, settings } = parts;

  /** Whether we are meant, and how sure we must be; undefined: stay silent. */
  async function invited(question: Question): Promise<Invited | undefined> {
    const { way, team, channel, user, thread } = question;
    if (way === "direct") return {};
    const place = placeOf(team, channel);
    const mode = await services.channels.mode(place).catch((error: unknown) => {
      services.log.warn(
        { error: explain(error) },
        "a channel's mode could not be read; the default is used",
      );
      return settings.channelMode;
    });
    if (mode === "off") {
      if (way === "mention") await tellOff(question);
      return undefined;
    }
    if (way === "mention") return {};
    if (thread === undefined) return mode === "auto" ? { floor: AUTO_FLOOR } : undefined;
    const record = await records.thread(place, thread);
    if (record?.state !== "ours") return undefined;
    if (record.asker === user) return { floor: 0 };
    // Somebody else answers, or the two go on by themselves: that ends our part.
    await records.leave(place, thread, record.asker);
    return undefined;
  }

  /** Once, although a mention may reach us as two events. */
  async function tellOff({ team, channel, user, thread, ts }: Question): Promise<void> {
    const first = await services.store.claim(`slack-off:${placeOf(team, channel)}:${ts}`, {
      ttlMs: OFF_MS,
    });
    if (!first) return;
    await parts.web.call("chat.postEphemeral", {
      channel,
      user,
      ...(thread !== undefined && { thread_ts: thread }),
      text: "I am switched off in this channel. Ask me in a direct message, or use /ask.",
    });
  }

  return invited;
}
