import { nowKnown } from "../../src/index.ts";
import type { Answer } from "../../src/index.ts";
import type { Parts } from "./parts.ts";
import { createRender } from "./render.ts";
import { textElement } from "./rich-text.ts";

/** "Tell me when you know", kept: the answer goes to the person's direct messages. `channel` is `slack:T1:U1`. */
export async function tell(
  { settings, services, posting }: Parts,
  channel: string,
  answer: Answer,
): Promise<void> {
  const user = channel.split(":")[2] ?? "";
  const now = services.clock.now();
  const text = nowKnown(answer.query.text);
  await posting.post({
    channel: user,
    message: createRender({
      now,
      human: settings.escalationChannel !== undefined,
      preface: { text, elements: textElement(text) },
    })(answer),
    key: `tell:${channel}:${answer.id}`,
    after: secondsBefore(now),
  });
}

/** A time stamp in Slack's form from a minute ago: clocks differ. */
export function secondsBefore(now: number): string {
  return String(Math.floor(now / 1000) - 60);
}
