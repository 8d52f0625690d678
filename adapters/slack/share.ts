import { placeOf } from "./audience.ts";
import type { Parts } from "./parts.ts";
import { sharedAsker } from "./person.ts";
import type { OnPress } from "./presses.ts";
import { createRender } from "./render.ts";
import { section, textElement } from "./rich-text.ts";
import { secondsBefore } from "./tell.ts";

/** "Share to channel": what only the asker saw, for everybody there who may read it. */
export function createShare({ services, posting, settings }: Parts): OnPress {
  return async ({ person, value, message }) => {
    const { channel, user } = person;
    if (channel === undefined) return "There is no channel to share it to.";
    // Everybody there will read it: asked again with no more than what they all may read.
    const answer = await services.assistant.recall(value, sharedAsker(person, channel));
    if (answer?.kind !== "found")
      return "Not everybody in this channel may read that answer, so it stays with you.";
    const drawn = createRender({
      now: services.clock.now(),
      human: settings.escalationChannel !== undefined,
    })(answer);
    const by = section(...textElement("Shared by "), { type: "user", user_id: user });
    const asked = textElement(`: ${answer.query.text}`);
    const thread =
      message === undefined || message.thread === message.ts ? undefined : message.thread;
    await posting.post({
      channel,
      ...(thread !== undefined && { thread }),
      message: {
        ...drawn,
        blocks: [
          { type: "rich_text", elements: [{ ...by, elements: [...by.elements, ...asked] }] },
          ...drawn.blocks,
        ],
      },
      key: `share:${placeOf(person.team, channel)}:${value}`,
      after: secondsBefore(services.clock.now()),
    });
    return "Shared.";
  };
}
