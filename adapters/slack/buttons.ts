import type {
  ActionsBlock,
  Button,
  ContextActionsBlock,
  KnownBlock,
  PlainTextElement,
} from "@slack/types";
import { buttonId, labelText, parseButtonId, passageNames } from "../../src/index.ts";
import type { Answer, Vote } from "../../src/index.ts";
import { plain } from "./citations.ts";
import { LIMITS } from "./limits.ts";

/**
 * What buttons are called. Their values carry ids only (of an answer, an escalation) or a question's own words; what a
 * click may do is decided by the core for the person who clicked.
 */
export const ACTION = {
  feedback: "docent_feedback",
  showAll: "docent_show_all",
  related: "docent_related",
  share: "docent_share",
  human: "docent_human",
  tellMe: "docent_tell_me",
  didYouMean: "docent_did_you_mean",
  notIt: "docent_not_it",
  ask: "docent_ask",
  admin: "docent_admin",
  take: "docent_take",
  resolve: "docent_resolve",
  search: "docent_search",
  topic: "docent_topic",
  page: "docent_page",
} as const;

/** A label as Slack takes it: never empty, never too long, `:smile:` left as words. */
export function label(text: string, limit: number = LIMITS.buttonText): PlainTextElement {
  return { type: "plain_text", text: labelText(text, limit), emoji: false };
}

export function button(action: string, text: string, value: string, style?: "primary"): Button {
  return {
    type: "button",
    action_id: action,
    text: label(text),
    value,
    ...(style !== undefined && { style }),
  };
}

/** Undefined without buttons: Slack refuses an empty row. */
export function buttonRow(buttons: readonly Button[]): ActionsBlock | undefined {
  if (buttons.length === 0) return undefined;
  return { type: "actions", elements: buttons.slice(0, LIMITS.actionElements) };
}

/** As many rows as they need. */
export function buttonRows(buttons: readonly Button[]): KnownBlock[] {
  const rows: KnownBlock[] = [];
  for (let first = 0; first < buttons.length; first += LIMITS.actionElements) {
    const row = buttonRow(buttons.slice(first, first + LIMITS.actionElements));
    if (row !== undefined) rows.push(row);
  }
  return rows;
}

/** Slack's own feedback buttons; the one that was chosen carries a mark. */
export function feedbackRow(answerId: string, vote?: Vote): ContextActionsBlock {
  const choice = (which: Vote, words: string) => ({
    text: label(vote === which ? `${words} ✓` : words),
    value: buttonId(which, answerId),
    accessibility_label: which === "helpful" ? "This answer helped" : "This answer did not help",
  });
  return {
    type: "context_actions",
    block_id: ACTION.feedback,
    elements: [
      {
        type: "feedback_buttons",
        action_id: ACTION.feedback,
        positive_button: choice("helpful", "Helpful"),
        negative_button: choice("not-helpful", "Not helpful"),
      },
    ],
  };
}

/** Reads a feedback button's value; undefined for anything that is none. */
export function parseVote(
  value: string,
): { readonly vote: Vote; readonly answerId: string } | undefined {
  const id = parseButtonId(value);
  if (id?.act !== "helpful" && id?.act !== "not-helpful") return undefined;
  return { vote: id.act, answerId: id.key };
}

/** One button each for what is related, under its name; the value names the answer and the place in its list. */
export function relatedRow(answer: Answer): KnownBlock[] {
  const names = passageNames(answer.related.slice(0, LIMITS.related));
  const row = buttonRow(
    names.map((name, index) =>
      button(`${ACTION.related}:${index}`, name, buttonId("related", answer.id, index)),
    ),
  );
  return row === undefined ? [] : [RELATED, row];
}

const RELATED: KnownBlock = { type: "context", elements: [plain("Related:")] };

/** What was probably meant, to press; none where the answer names nothing. */
export function meantButtons(answer: Answer): Button[] {
  if (answer.kind === "found" || answer.didYouMean === undefined) return [];
  return [button(ACTION.didYouMean, answer.didYouMean, answer.id)];
}

/** Questions to start with, as buttons that ask them. */
export function questionButtons(questions: readonly string[]): Button[] {
  return questions
    .filter((question) => question.trim() !== "" && question.length <= LIMITS.buttonValue)
    .slice(0, LIMITS.actionElements)
    .map((question, index) => button(`${ACTION.ask}:${index}`, question, question));
}
