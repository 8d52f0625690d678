import { createRender as createDiscordRender } from "../adapters/discord/render.ts";
import { createRender as createSlackRender } from "../adapters/slack/render.ts";
import type { Found, Screen } from "../src/index.ts";

/** `… 12 more lines`: what both platforms write below an answer that they cut. */
const MORE = /… (\d+) more lines?/;

/** Slack and Discord as they draw an answer in a channel. `now` is epoch ms: the age of a review takes room, too. */
export function chatScreens(now: number): readonly Screen[] {
  const slack = createSlackRender({ now, human: true });
  const discord = createDiscordRender({ now, escalation: true, view: "public" });
  return [
    { name: "Slack", omittedLines: (answer) => omitted(slack(answer).blocks, answer) },
    { name: "Discord", omittedLines: (answer) => omitted(discord(answer).components, answer) },
  ];
}

/** Looks only behind the body: the answer's own words may say the same. */
function omitted(drawn: readonly unknown[], answer: Found): number {
  const words = textsIn(drawn).filter((text) => text.length < LONGEST_NOTE);
  const found = words.findLast((text) => MORE.test(text));
  const count = Number(MORE.exec(found ?? "")?.[1] ?? 0);
  return answer.body.length === 0 ? 0 : count;
}
