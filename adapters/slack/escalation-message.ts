import type { RichTextElement } from "@slack/types";
import { escalationTitle, humanAnswered, shorten } from "../../src/index.ts";
import type { Escalation } from "../../src/index.ts";
import { words } from "./answer-view.ts";
import { ACTION, button, buttonRow } from "./buttons.ts";
import { sentence } from "./render.ts";
import type { SlackMessage } from "./render.ts";
import { section, textElement } from "./rich-text.ts";

/** What the humans see: the question, where it was asked, who has it, and what can be done. */
export function escalationMessage({
  id,
  question,
  permalink,
  state,
  by,
  answer,
}: Escalation): SlackMessage {
  const who = by === undefined ? "" : (by.split(":").at(-1) ?? "");
  const head = escalationTitle(state);
  const title = [
    ...textElement(state === "open" ? head : `${head} `, { bold: true }),
    ...(state === "open" ? [] : nameOf(who)),
  ];
  const link =
    permalink === "" ? [] : [{ type: "link" as const, url: permalink, text: "where it was asked" }];
  const row = buttonRow([
    ...(state === "open" ? [button(ACTION.take, "I take it", id, "primary")] : []),
    ...(state === "resolved" ? [] : [button(ACTION.resolve, "Resolve…", id)]),
  ]);
  return {
    text: sentence(`${head}: ${shorten(question, 1000)}`).text,
    blocks: [
      { type: "rich_text", elements: [section(...title)] },
      {
        type: "rich_text",
        elements: [
          { type: "rich_text_quote", elements: textElement(shorten(question, 2500) || " ") },
        ],
      },
      ...(link.length === 0 ? [] : [{ type: "rich_text" as const, elements: [section(...link)] }]),
      ...(answer === undefined ? [] : [words("Answered:", true), words(shorten(answer, 2500))]),
      ...(row === undefined ? [] : [row]),
    ],
  };
}

/** Whoever took it on another platform has no name here. */
function nameOf(who: string): RichTextElement[] {
  return /^[UW]\w+$/u.test(who)
    ? [{ type: "user", user_id: who }]
    : [{ type: "text", text: "somebody" }];
}

/** The way back: what a human answered, for whoever asked. */
export function humanAnswer(question: string, answer: string): SlackMessage {
  return {
    text: sentence(`${humanAnswered(question)} ${shorten(answer, 2500)}`).text,
    blocks: [words(humanAnswered(question), true), words(answer)],
  };
}
