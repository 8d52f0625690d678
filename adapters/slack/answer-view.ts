import type { KnownBlock, ModalView } from "@slack/types";
import {
  abstention,
  asksNothing,
  buttonId,
  headingPath,
  moreLines,
  noticeText,
  passageName,
} from "../../src/index.ts";
import type { Answer, Citation, Notice, Passage, Vote } from "../../src/index.ts";
import { ACTION, button, buttonRow, label, meantButtons, relatedRow } from "./buttons.ts";
import { citationBlock, plain } from "./citations.ts";
import { closestBlock } from "./closest.ts";
import { drawBody } from "./draw.ts";
import { LIMITS } from "./limits.ts";
import { section, textElement } from "./rich-text.ts";

export const VIEW = {
  ask: "docent_ask_view",
  note: "docent_note_view",
  resolve: "docent_resolve_view",
} as const;

export interface ViewOptions {
  readonly now: number;
  readonly human: boolean;
}

/** A modal with blocks; the title is cut to what Slack takes. */
export function modal(
  title: string,
  blocks: readonly KnownBlock[],
  more: Partial<ModalView> = {},
): ModalView {
  return {
    type: "modal",
    title: label(title, LIMITS.viewTitle),
    close: label("Close", LIMITS.viewButton),
    blocks: blocks.slice(0, LIMITS.blocksInView),
    ...more,
  };
}

/** One sentence in a modal: while it searches, or where there is nothing to show. */
export function sentenceView(title: string, text: string): ModalView {
  return modal(title, [words(text)]);
}

export function noticeView(notice: Notice): ModalView {
  return sentenceView("Docent", noticeText(notice));
}

/** An answer in a modal: what a modal search or "Show all" shows. */
export function answerView(answer: Answer, options: ViewOptions): ModalView {
  const helpful = (vote: Vote, text: string) =>
    button(`${ACTION.feedback}:${vote}`, text, buttonId(vote, answer.id));
  const human = options.human ? [button(ACTION.human, "Ask a human", answer.id)] : [];
  if (answer.kind === "abstained") {
    const row = asksNothing(answer)
      ? undefined
      : buttonRow([
          ...meantButtons(answer),
          ...human,
          button(ACTION.tellMe, "Tell me when you know", answer.id),
        ]);
    return modal("Docent", [
      words(abstention(answer.reason)),
      ...closestBlock(answer),
      ...(row === undefined ? [] : [row]),
      ...relatedRow(answer),
    ]);
  }
  const { blocks, cut } = drawBody(answer.body, "view");
  const votes = [helpful("helpful", "Helpful"), helpful("not-helpful", "Not helpful"), ...human];
  const row = buttonRow(votes);
  return modal("Docent", [
    ...blocks,
    ...omission(cut.omittedLines),
    ...answer.citations.map((citation) => citationBlock(citation, options.now)),
    ...(row === undefined ? [] : [row]),
    ...relatedRow(answer),
  ]);
}

/** A whole passage in a modal, with where it stands. */
export function passageView(passage: Passage, options: ViewOptions): ModalView {
  const { blocks, cut } = drawBody(passage.body, "view");
  const citation: Citation = { passage, lines: passage.lines, snippet: { text: "", marks: [] } };
  return modal(passageName(passage), [
    words(headingPath(passage.headings), true),
    ...blocks,
    ...omission(cut.omittedLines),
    citationBlock(citation, options.now),
  ]);
}

/** The form behind `/ask` without words and the global shortcut. */
export function askForm(channel: string | undefined): ModalView {
  return modal(
    "Ask Docent",
    [
      {
        type: "input",
        block_id: ACTION.ask,
        label: label("Your question"),
        element: {
          type: "plain_text_input",
          action_id: ACTION.ask,
          max_length: LIMITS.sectionText,
        },
      },
    ],
    {
      callback_id: VIEW.ask,
      submit: label("Ask", LIMITS.viewButton),
      private_metadata: channel ?? "",
    },
  );
}

/** One optional line after "Not helpful". */
export function noteForm(answerId: string): ModalView {
  return modal(
    "What was missing?",
    [
      {
        type: "input",
        block_id: ACTION.feedback,
        optional: true,
        label: label("One line helps the page's author"),
        element: { type: "plain_text_input", action_id: ACTION.feedback, max_length: 300 },
      },
    ],
    {
      callback_id: VIEW.note,
      submit: label("Send", LIMITS.viewButton),
      private_metadata: answerId,
    },
  );
}

/** A human closes a question, with or without an answer to pass on. */
export function resolveForm(escalation: string): ModalView {
  return modal(
    "Resolve",
    [
      {
        type: "input",
        block_id: ACTION.resolve,
        optional: true,
        label: label("Your answer, for the asker"),
        element: {
          type: "plain_text_input",
          action_id: ACTION.resolve,
          multiline: true,
          max_length: LIMITS.sectionText,
        },
      },
    ],
    {
      callback_id: VIEW.resolve,
      submit: label("Resolve", LIMITS.viewButton),
      private_metadata: escalation,
    },
  );
}

/** Our own words as a block; they may hold words of a person, which stay words. */
export function words(text: string, bold = false): KnownBlock {
  return {
    type: "rich_text",
    elements: [section(...textElement(text === "" ? " " : text, bold ? { bold } : {}))],
  };
}

function omission(lines: number): KnownBlock[] {
  return lines === 0 ? [] : [{ type: "context", elements: [plain(moreLines(lines))] }];
}
