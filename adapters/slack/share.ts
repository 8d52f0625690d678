import { placeOf } from "./audience.ts";
import { isRefusedWith } from "./failure.ts";
import type { Parts } from "./parts.ts";
import { sharedAsker } from "./person.ts";
import { createPostOnce } from "./post-once.ts";
import type { OnPress } from "./presses.ts";
import { createRender } from "./render.ts";
import { textElement } from "./rich-text.ts";

/** Whoever presses again within this time was impatient; later somebody may want it seen once more. */
const SHARED_MS = 3_600_000;

/** "Share to channel": what only the asker saw, for everybody there who may read it. */
export function createShare(parts: Parts): OnPress {
  const { services, settings } = parts;
  const postOnce = createPostOnce(parts);

  return async ({ person, value, message }) => {
    const { channel, user } = person;
    if (channel === undefined) return "There is no channel to share it to.";
    // Everybody there will read it: asked again with no more than what they all may read.
    const asker = await sharedAsker(parts, person, channel);
    const answer = await services.assistant.recall(value, asker);
    if (answer?.kind !== "found")
      return "Not everybody in this channel may read that answer, so it stays with you.";
    const asked = `: ${answer.query.text}`;
    const by = [
      ...textElement("Shared by "),
      { type: "user", user_id: user } as const,
      ...textElement(asked),
    ];
    const shared = createRender({
      now: services.clock.now(),
      human: settings.escalationChannel !== undefined,
      preface: { text: `Shared${asked}`, elements: by },
    })(answer);
    const thread =
      message === undefined || message.thread === message.ts ? undefined : message.thread;
    const key = `share:${placeOf(person.team, channel)}:${thread ?? ""}:${value}`;
    const post = { channel, ...(thread !== undefined && { thread }), message: shared, key };
    try {
      const once = await postOnce(post, SHARED_MS);
      if (once === undefined) return "It is being shared.";
      return once.stood ? "It is shared already." : "Shared.";
    } catch (error) {
      // A command works in every channel; a message of ours stands only where we are a member.
      if (!isRefusedWith(error, "not_in_channel", "channel_not_found")) throw error;
      return "I am not in this channel: invite me with /invite @Docent, then press Share to channel again.";
    }
  };
}
