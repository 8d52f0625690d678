import { counted } from "../src/index.ts";
import { safeLine } from "../adapters/console/safe-text.ts";
import type { AnswerDiff, ShownAnswer } from "../src/index.ts";

const LONGEST_ANSWER = 200;

/** The differences for a terminal: what was lost comes first. */
export function diffText({ asked, gained, lost, changed, ambiguous }: AnswerDiff): string {
  const entries = [
    ...lost.map(({ question, before }) => ["lost", question, shown("before", before)]),
    ...changed.map(({ question, before, after }) => [
      "changed",
      question,
      shown("before", before),
      shown("now", after),
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
  return `${[...entries, `${counted(asked, "question")} asked: ${counts}`].join("\n")}\n`;
}

function shown(label: string, answer: ShownAnswer | undefined): string {
  if (answer === undefined) return "";
  const words = safeLine(answer.text);
  const cut =
    words.length > LONGEST_ANSWER ? `${words.slice(0, LONGEST_ANSWER).toWellFormed()} …` : words;
  return `  ${label}: ${safeLine(`${answer.page}:${answer.line}`)} ${cut}`;
}
