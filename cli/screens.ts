import { createRender as createDiscordRender } from "../adapters/discord/render.ts";
import { createRender as createSlackRender } from "../adapters/slack/render.ts";
import type { Screen } from "../src/authoring.ts";

/** What both platforms write below an answer that they had to cut, as a text of its own. */
const MORE = /^(?:-# )?… ([\d,]+) more lines?$/;

/** Slack and Discord as they draw an answer in a channel. `now` is epoch ms: the age of a review takes room, too. */
export function chatScreens(now: number): readonly Screen[] {
  const slack = createSlackRender({ now, human: true });
  const discord = createDiscordRender({ now, escalation: true, view: "public" });
  return [
    { name: "Slack", omittedLines: (answer) => omittedLines(slack(answer).blocks) },
    { name: "Discord", omittedLines: (answer) => omittedLines(discord(answer).components) },
  ];
}

/** The note stands behind the body, so that the last one counts. */
function omittedLines(drawn: unknown): number {
  const note = textsIn(drawn).findLast((text) => MORE.test(text)) ?? "";
  return Number(MORE.exec(note)?.[1]?.replaceAll(",", "") ?? 0);
}

function textsIn(drawn: unknown): readonly string[] {
  if (typeof drawn === "string") return [drawn];
  if (typeof drawn !== "object" || drawn === null) return [];
  return Object.values(drawn).flatMap(textsIn);
}
