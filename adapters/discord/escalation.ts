import { ButtonStyle } from "discord.js";
import {
  buttonId,
  escalationTitle,
  humanAnswered,
  labelText,
  shorten,
  type Escalation,
  type Log,
  type Metrics,
} from "../../src/index.ts";
import type { Calls } from "./calls.ts";
import type { ChannelPosts } from "./posting.ts";
import { body, button, container, rows, textDisplay, type Body } from "./components.ts";
import { codeOf } from "./failure.ts";
import { escaped } from "./inline-markdown.ts";
import { userOf } from "./audience.ts";
import { LIMITS } from "./limits.ts";

const QUESTION_LENGTH = 1_500;
const ANSWER_LENGTH = 1_500;

/** A question for people, as it stands in their channel: who asked, where, and what has become of it. */
export function renderEscalation(escalation: Escalation): Body {
  const { id, question, permalink, state, by, answer } = escalation;
  const asker = userOf(escalation.asker);
  const lines = [
    `**${escalationTitle("open")}**${asker === undefined ? "" : ` from <@${asker}>`}`,
    escaped(shorten(question, QUESTION_LENGTH)).replaceAll(/^/gmu, "> "),
    permalink.startsWith("https://") ? `[Where it was asked](${permalink})` : "",
    state === "open" ? "" : `-# ${escalationTitle(state)} ${nameOf(by)}`,
    answer === undefined ? "" : escaped(shorten(answer, ANSWER_LENGTH)),
  ];
  const text = lines.filter((line) => line !== "").join("\n");
  const buttons = [
    ...(state === "open" ? [button(buttonId("take", id), "I take it")] : []),
    ...(state === "resolved"
      ? []
      : [button(buttonId("resolve", id), "Mark as resolved", ButtonStyle.Success)]),
  ];
  return body([container([textDisplay(text)]), ...rows(buttons)]);
}

/** Whoever took it on another platform has no name here. */
function nameOf(by: string | undefined): string {
  const user = by === undefined ? undefined : userOf(by);
  return user === undefined ? "somebody" : `<@${user}>`;
}

/** Tells who asked what a human has answered: where they asked if others saw it there, otherwise directly. */
export async function passOn(
  escalation: Escalation,
  parts: {
    readonly calls: Calls;
    readonly posts: ChannelPosts;
    readonly log: Log;
    readonly metrics: Metrics;
  },
): Promise<void> {
  const { id, answer, question, permalink } = escalation;
  const user = userOf(escalation.asker);
  if (answer === undefined || answer.trim() === "" || user === undefined) return;
  const message = body([
    container([
      textDisplay(`**${escaped(humanAnswered(labelText(question, 300)))}**`),
      textDisplay(escaped(shorten(answer, LIMITS.messageText / 2))),
    ]),
  ]);
  try {
    const asked = /^https:\/\/discord\.com\/channels\/\d+\/(\d+)\/\d+$/u.exec(permalink)?.[1];
    const channel = asked ?? (await parts.calls.directChannel(user));
    await parts.posts.post(channel, message, `p${id}`);
  } catch (error) {
    // Somebody who takes no direct messages finds the answer in the escalation channel only.
    parts.metrics.count("discord_tell_failures_total");
    parts.log.info({ code: codeOf(error) }, "who asked could not be told of a human's answer");
  }
}
