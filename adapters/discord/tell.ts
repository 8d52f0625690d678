import { DocentError, nowKnown, type Answer, type Clock } from "../../src/index.ts";
import { userOf } from "./audience.ts";
import type { Calls } from "./calls.ts";
import { refused } from "./failure.ts";
import { escaped } from "./inline-markdown.ts";
import type { ChannelPosts } from "./posting.ts";
import { createRender } from "./render.ts";

/** "Tell me when you know", kept: the answer goes to the person's direct messages. `channel` is `discord:U1`. */
export async function tell(
  channel: string,
  answer: Answer,
  parts: { readonly calls: Calls; readonly posts: ChannelPosts; readonly clock: Clock },
): Promise<void> {
  const { calls, posts, clock } = parts;
  const user = userOf(channel);
  if (user === undefined) {
    throw new DocentError("usage", "That is nobody's place in Discord", {
      remedy: "Only channels that `tellMe` was given can be told.",
    });
  }
  const preface = escaped(nowKnown(answer.query.text));
  const render = createRender({ now: clock.now(), view: "public", escalation: false, preface });
  try {
    await posts.post(await calls.directChannel(user), render(answer), `t${answer.id}`);
  } catch (error) {
    throw error instanceof DocentError ? error : refused("writing to who wanted to hear", error);
  }
}
