import { blockText } from "../plain-text.ts";
import type { Arrays } from "../search/arrays.ts";
import { isDeclared } from "../search/ranking.ts";
import type { Slots } from "../search/slots.ts";
import type { Passage } from "../types.ts";
import type { Choice } from "./choose.ts";
import { losesThread } from "./lost-thread.ts";
import { tellsTheOpposite } from "./negation.ts";
import type { Question } from "./question.ts";
import type { Reading } from "./reading.ts";
import { cannotAnswer } from "./sentence-signals.ts";

/** What an answer may be doubted for. */
export interface Doubted {
  readonly question: Question;
  readonly choice: Choice;
  readonly slots: Slots;
  readonly passages: readonly Passage[];
  readonly arrays: Arrays;
  /** What the answer to a follow-up has to keep. */
  readonly keeps: Reading["keeps"];
}

/** A doubt, and what is left of confidence where it is justified. */
const DOUBTS: readonly (readonly [left: number, doubt: (doubted: Doubted) => boolean])[] = [
  [0.3, strays],
  [0.3, isOpposite],
  [0.3, lacksNumbered],
  [0.5, lacksTime],
];

/** What is left of an answer's confidence once it was doubted: 1 where nothing speaks against it but what was weighed already. */
export function shareLeft(doubted: Doubted): number {
  return DOUBTS.reduce((left, [share, doubt]) => (doubt(doubted) ? left * share : left), 1);
}

function strays({ arrays, slots, passages, choice, keeps }: Doubted): boolean {
  return losesThread(arrays, slots, passages, choice.chosen.passage, keeps);
}

function isOpposite({ question, choice, passages }: Doubted): boolean {
  const { chosen, passage } = choice;
  const answering = passages[chosen.passage];
  return (
    answering !== undefined &&
    !isDeclared(passage) &&
    tellsTheOpposite(question, chosen.sentence.text, answering)
  );
}

/** Whether one of several numbered things is asked about ("exit code 5") that the passage does not have. */
function lacksNumbered({ slots, choice: { chosen, passage }, passages }: Doubted): boolean {
  const [, number] = NUMBERED.exec(slots.query.text) ?? [];
  const answering = passages[chosen.passage];
  if (number === undefined || answering === undefined || isDeclared(passage)) return false;
  const text = [...answering.headings, ...answering.body.map(blockText)].join("\n");
  return !new RegExp(String.raw`(?<!\d)${number}(?!\d)`, "u").test(text);
}

const NUMBERED =
  /\b(?:codes?|errors?|steps?|levels?|seasons?|chapters?|rules?|phases?|stages?|tiers?|sections?|parts?|rounds?|articles?|grades?|weeks?|days?|floors?|rooms?|versions?) #?(\d{1,6})\b/iu;

/** Whether a time is asked for and none is told: "how long" asks with words that no page repeats. */
function lacksTime({ question, choice: { chosen, passage } }: Doubted): boolean {
  return (
    question.expected === "duration" &&
    !isDeclared(passage) &&
    cannotAnswer(chosen) &&
    !/\d/u.test(chosen.sentence.text)
  );
}
