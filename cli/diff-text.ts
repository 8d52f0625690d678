import { counted } from "../src/index.ts";
import { safeLine } from "../adapters/console/safe-text.ts";
import type { AnswerDiff, ShownAnswer } from "../src/authoring.ts";
import { excerpt } from "./excerpt.ts";

const LONGEST_ANSWER = 200;

/** No question, no difference: that says nothing about the pages. */
export const NOTHING_ASKED =
  "No question was asked: no page declares one. Write `questions:` into the front matter of pages, or name a file of questions with --questions.";

/** The differences for a terminal: what was lost comes first. */
export function diffText({ asked, gained, lost, changed, ambiguous }: AnswerDiff): string {
  const entries = [
    ...lost.map(({ question, before }) => ["lost", question, shown("before", before)]),
    ...changed.map(({ question, before, after }) => [
      "changed",
      question,
      shown("before", before, after),
      shown("now", after, before),
    ]),
    ...ambiguous.map(({ question, between }) => [
      "ambiguous",
      question,
      `  between: ${between.map(safeLine).join(" and ")}`,
    ]),
    ...gained.map(({ question, after }) => ["gained", question, shown("now", after)]),
  ].map(([kind = "", question = "", ...lines]) =>
    [`${kind}: ${safeLine(question)}`, ...lines, ""].join("\n"),
  );
  const counts = [
    `${lost.length} lost`,
    `${changed.length} changed`,
    `${ambiguous.length} newly ambiguous`,
    `${gained.length} gained`,
  ].join(", ");
  if (asked === 0) return `${NOTHING_ASKED}\n`;
  return `${[...entries, `${counted(asked, "question")} asked: ${counts}`].join("\n")}\n`;
}

function shown(label: string, answer: ShownAnswer | undefined, other?: ShownAnswer): string {
  if (answer === undefined) return "";
  const words = excerpt(safeLine(answer.text), safeLine(other?.text ?? ""), LONGEST_ANSWER);
  return `  ${label}: ${safeLine(`${answer.page}:${answer.line}`)} ${words}`;
}
