import type { KnownBlock, RichTextElement } from "@slack/types";
import {
  abstention,
  asksNothing,
  cutBlocks,
  moreLines,
  noticeText,
  plainText,
} from "../../src/index.ts";
import type { Abstained, Answer, Block, Found, Notice, Render } from "../../src/index.ts";
import {
  ACTION,
  button,
  buttonRow,
  feedbackRow,
  meantButtons,
  questionButtons,
  relatedRow,
} from "./buttons.ts";
import { citationBlock, citationText, plain } from "./citations.ts";
import { closestBlock, closestText } from "./closest.ts";
import { drawBody } from "./draw.ts";
import { LIMITS } from "./limits.ts";
import { escapeText, escapeWithin } from "./mrkdwn.ts";
import { section, textElement } from "./rich-text.ts";

/** What is sent: blocks to see, and the same in words for notifications and screen readers. */
export interface SlackMessage {
  readonly text: string;
  readonly blocks: KnownBlock[];
}

export interface RenderOptions {
  /** Epoch ms, for the age of a review. */
  readonly now: number;
  /** A channel for "Ask a human" is configured. */
  readonly human: boolean;
  /** Only the asker sees it: offer to share it. */
  readonly onlyYou?: boolean;
  /** Nobody asked us (channel mode `auto`): say so, and offer to leave. */
  readonly unasked?: boolean;
  /** What stands above the answer: who shares it, what it was the answer to. */
  readonly preface?: { readonly text: string; readonly elements: readonly RichTextElement[] };
  /** Questions to offer where the message held none. */
  readonly pinned?: readonly string[];
}

/** An answer as a Slack message, within every limit, with nothing in it that could ping. Pure. */
export function createRender(options: RenderOptions): Render<SlackMessage> {
  return (answer) =>
    answer.kind === "found" ? renderFound(answer, options) : renderAbstained(answer, options);
}

/** A sentence of our own. */
export function renderNotice(notice: Notice): SlackMessage {
  return sentence(noticeText(notice));
}

/** One sentence as a message; it may hold words of a person, which stay words. */
export function sentence(text: string): SlackMessage {
  return {
    text: escapeWithin(text, LIMITS.text),
    blocks: [{ type: "rich_text", elements: [section(...textElement(text))] }],
  };
}

function renderFound(answer: Found, options: RenderOptions): SlackMessage {
  const { blocks: body, cut } = drawBody(answer.body, "message");
  const { preface } = options;
  const blocks: KnownBlock[] = [
    ...(preface === undefined
      ? []
      : [{ type: "rich_text" as const, elements: [section(...preface.elements)] }]),
    ...body,
  ];
  const more = cut.omittedLines === 0 ? undefined : moreLines(cut.omittedLines);
  if (more !== undefined) blocks.push({ type: "context", elements: [plain(more)] });
  for (const citation of answer.citations.slice(0, MOST_CITATIONS))
    blocks.push(citationBlock(citation, options.now));
  if (options.unasked === true) blocks.push({ type: "context", elements: [plain(UNASKED)] });
  blocks.push(feedbackRow(answer.id));
  const row = buttonRow([
    ...(options.unasked === true ? [button(ACTION.notIt, "Not it", answer.id)] : []),
    ...(more === undefined ? [] : [button(ACTION.showAll, "Show all", answer.id)]),
    ...(options.onlyYou === true ? shareButtons(answer, options) : []),
  ]);
  if (row !== undefined) blocks.push(row);
  blocks.push(...relatedRow(answer));
  const sources = answer.citations
    .slice(0, MOST_CITATIONS)
    .map((citation) => citationText(citation, options.now));
  const closing = [...(more === undefined ? [] : [more]), ...sources];
  return { text: fallback(preface?.text ?? "", cut.shown, closing), blocks };
}

/** Two sides of a comparison, and a third for what they share: more are among the related. */
const MOST_CITATIONS = 3;
const UNASKED = "I answered by myself: this channel is set to “auto”.";

function renderAbstained(answer: Abstained, options: RenderOptions): SlackMessage {
  const line = abstention(answer.reason);
  if (asksNothing(answer)) return withQuestions(line, options.pinned ?? []);
  const row = buttonRow([
    ...meantButtons(answer),
    ...(options.human ? [button(ACTION.human, "Ask a human", answer.id, "primary")] : []),
    button(ACTION.tellMe, "Tell me when you know", answer.id),
  ]);
  return {
    text: escapeWithin([line, closestText(answer)].join("\n").trim(), LIMITS.text),
    blocks: [
      { type: "rich_text", elements: [section(...textElement(line))] },
      ...closestBlock(answer),
      ...(row === undefined ? [] : [row]),
      ...relatedRow(answer),
    ],
  };
}

function withQuestions(line: string, pinned: readonly string[]): SlackMessage {
  const message = sentence(line);
  const row = buttonRow(questionButtons(pinned.slice(0, LIMITS.pinned)));
  return { ...message, blocks: [...message.blocks, ...(row === undefined ? [] : [row])] };
}

function shareButtons(answer: Answer, options: RenderOptions) {
  return [
    button(ACTION.share, "Share to channel", answer.id),
    ...(options.human ? [button(ACTION.human, "Ask a human", answer.id)] : []),
  ];
}

/** An answer's words; a question that is asked again has the very same blocks. */
const wordsOf = new WeakMap<readonly Block[], string>();

/** The same words as the blocks, cut to Slack's limit between blocks, with room kept for where they stand. */
function fallback(preface: string, body: readonly Block[], closing: readonly string[]): string {
  const start = preface === "" ? "" : `${escapeWithin(preface, LIMITS.text / 4)}\n\n`;
  const end = escapeWithin(closing.join("\n"), LIMITS.text / 2);
  const room = LIMITS.text - start.length - end.length - 2;
  const whole = wordsOf.get(body) ?? escapeText(plainText(body));
  wordsOf.set(body, whole);
  if (whole.length <= room) return `${start}${whole}\n\n${end}`.trim();
  const { shown } = cutBlocks(body, room, (block) => escapeText(plainText([block])).length + 2);
  return `${start}${escapeText(plainText(shown))}\n\n${end}`.trim();
}
