import type { APIComponentInContainer, APIMessageTopLevelComponent } from "discord.js";
import {
  abstention,
  asksNothing,
  cutBlocks,
  moreLines,
  noticeText,
  passageName,
  type Abstained,
  type AdminReply,
  type Block,
  type Citation,
  type Found,
  type Notice,
  type Passage,
  type Render,
} from "../../src/index.ts";
import { adminButtons, answerButtons, silenceButtons, type Offers } from "./buttons.ts";
import { body, container, line, separator, textDisplay, type Body } from "./components.ts";
import { escaped } from "./inline-markdown.ts";
import { LIMITS } from "./limits.ts";
import { blockCost, blocksMarkdown } from "./markdown.ts";
import { paged } from "./pages.ts";
import { placeOf } from "./citations.ts";
import { sources } from "./sources.ts";

export interface RenderOptions extends Offers {
  readonly now: number;
  /** A line of our own before the answer, as Markdown. */
  readonly preface?: string;
  /** Questions to start with, for somebody who asked nothing. */
  readonly pinned?: readonly string[];
}

/** An answer as Discord draws it: pure, within every limit, unable to ping. */
export function createRender(options: RenderOptions): Render<Body> {
  return (answer) =>
    answer.kind === "found" ? found(answer, options) : abstained(answer, options);
}

const AUTOMATIC =
  "-# I found this by myself. Press *Not it* and I will leave this thread to people.";

function found(answer: Found, options: RenderOptions): Body {
  const preface = options.preface ?? (options.view === "auto" ? AUTOMATIC : "");
  const heading = preface === "" ? "" : `${preface}\n`;
  const { length, drawn } = sources(answer.citations, options.now);
  const budget = LIMITS.messageText - heading.length - length - MORE_LENGTH;
  const cut = cutBlocks(answer.body, budget, blockCost);
  const text =
    blocksMarkdown(cut.shown) || escaped(answer.citations[0].snippet.text.slice(0, budget / 2));
  return body([
    container([...card(heading + text, more(cut.omittedLines)), separator(), ...drawn]),
    ...answerButtons(answer, { ...options, cut: cut.omittedLines > 0 }),
  ]);
}

/** Everything of an answer, in as many messages as may follow a click; what is beyond them is said with its place. */
export function renderWhole(
  blocks: readonly Block[],
  citation: Citation,
  now: number,
): readonly Body[] {
  const { length, drawn } = sources([citation], now);
  const pages = paged(blocks, LIMITS.messageText - length - MORE_LENGTH);
  const shown = pages.slice(0, LIMITS.followUps);
  return shown.map((page, index) => {
    const last = index === shown.length - 1;
    const note = last && pages.length > shown.length ? "-# … the rest is in the file:" : "";
    const text = textDisplay(blocksMarkdown(page) || "…");
    return body([container(last ? [text, separator(), ...card(note), ...drawn] : [text])]);
  });
}

/** A passage as it stands in its page: for related ones and for browsing. */
export function renderPassage(passage: Passage, now: number): readonly Body[] {
  const { lines } = passage;
  const title: Block = {
    kind: "heading",
    level: 3,
    children: [{ kind: "text", text: passageName(passage) }],
    lines,
  };
  return renderWhole(
    [title, ...passage.body],
    { passage, lines, snippet: { text: "", marks: [] } },
    now,
  );
}

function abstained(answer: Abstained, options: RenderOptions): Body {
  const lines = [escaped(abstention(answer.reason))];
  if (asksNothing(answer)) {
    const pinned = (options.pinned ?? [])
      .slice(0, 3)
      .map((question) => `- ${escaped(question.slice(0, 200))}`);
    if (pinned.length > 0) lines.push("For example:", ...pinned);
    return line(lines.join("\n"));
  }
  const closest = answer.related.slice(0, 3).map(placeOf);
  if (closest.length > 0) lines.push(`Closest: ${closest.join("; ")}`);
  if (answer.didYouMean !== undefined) {
    const meant = answer.didYouMean.slice(0, 200);
    lines.push(`Did you mean **${escaped(meant)}**${meant.endsWith("?") ? "" : "?"}`);
  }
  return body([container([textDisplay(lines.join("\n"))]), ...silenceButtons(answer, options)]);
}

/** A sentence of our own in place of an answer. */
export function renderNotice(notice: Notice): Body {
  return line(escaped(noticeText(notice)));
}

/** What an admin asked for, with its next steps. */
export function renderAdmin(reply: AdminReply): Body {
  const cut = cutBlocks(reply.body, LIMITS.messageText - MORE_LENGTH, blockCost);
  const text = blocksMarkdown(cut.shown) || (reply.ok ? "Done." : "That did not work.");
  const drawn: APIMessageTopLevelComponent[] = [container(card(text, more(cut.omittedLines)))];
  return body([...drawn, ...adminButtons(reply)]);
}

function card(...texts: readonly string[]): APIComponentInContainer[] {
  return texts.filter((text) => text.trim() !== "").map(textDisplay);
}

/** Longest that `more` or a note can be. */
const MORE_LENGTH = 60;

function more(omittedLines: number): string {
  return omittedLines === 0 ? "" : `-# ${moreLines(omittedLines)}`;
}
