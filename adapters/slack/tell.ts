import { nowKnown } from "../../src/index.ts";
import type { Answer } from "../../src/index.ts";
import { words } from "./answer-view.ts";
import type { Parts } from "./parts.ts";
import { createRender } from "./render.ts";

/** "Tell me when you know", kept: the answer goes to the person's direct messages. `channel` is `slack:T1:U1`. */
export async function tell(
  { settings, services, posting }: Parts,
  channel: string,
  answer: Answer,
): Promise<void> {
  const user = channel.split(":")[2] ?? "";
  const now = services.clock.now();
  const drawn = createRender({ now, human: settings.escalationChannel !== undefined })(answer);
  await posting.post({
    channel: user,
    message: {
      ...drawn,
      blocks: [words(nowKnown(answer.query.text)), ...drawn.blocks],
    },
    key: `tell:${channel}:${answer.id}`,
    after: secondsBefore(now),
  });
}

/** A time stamp in Slack's form from a minute ago: clocks differ. */
export function secondsBefore(now: number): string {
  return String(Math.floor(now / 1000) - 60);
}
