import { blockText } from "../plain-text.ts";
import type { Arrays } from "../search/arrays.ts";
import { declaredLikeness, isDeclared } from "../search/ranking.ts";
import { isWeak } from "../search/weak-words.ts";
import type { QueryTerm } from "../search/query-terms.ts";
import type { Slots } from "../search/slots.ts";
import type { Block, Passage } from "../types.ts";
import { isAsking } from "./asking-words.ts";
import type { Choice } from "./choose.ts";
import { holdsExpected } from "./expected.ts";
import { REFERENCE } from "./leaning.ts";
import { losesThread } from "./lost-thread.ts";
import { tellsTheOpposite } from "./negation.ts";
import type { Question } from "./question.ts";
import type { Reading } from "./reading.ts";
import { cannotAnswer } from "./sentence-signals.ts";
import { tellsNothingAsked } from "./tells-nothing-asked.ts";
import { tellsMore } from "./why-asked.ts";

/** What an answer may be doubted for. */
export interface Doubted {
  readonly question: Question;
  readonly choice: Choice;
  readonly slots: Slots;
  readonly passages: readonly Passage[];
  readonly arrays: Arrays;
  readonly reading: Pick<Reading, "keeps" | "leaves">;
}

/** A doubt, and what is left of confidence where it is justified. */
interface Doubt {
  readonly left: number;
  readonly isJustified: (doubted: Doubted) => boolean;
  readonly says: string;
}

const DOUBTS: readonly Doubt[] = [
  { left: 0.3, isJustified: strays, says: "it loses the thread of the questions before" },
  { left: 0.3, isJustified: isOpposite, says: "the sentence tells the opposite of what is asked" },
  { left: 0.3, isJustified: lacksNumbered, says: "the passage has nothing of that number" },
  { left: 0.4, isJustified: lacksTime, says: "a time is asked for, and none is told" },
  { left: 0.3, isJustified: lacksShare, says: "a percentage is asked for, and none is told" },
  { left: 0.3, isJustified: isOfAnything, says: "nothing says what “it” is" },
  { left: 0.3, isJustified: ignores, says: "what is told beside the question may be its matter" },
  { left: 0.3, isJustified: lacksRow, says: "no row of that name or place was found" },
  {
    left: 0.3,
    isJustified: isNamesake,
    says: "the passage bears the name and tells nothing asked",
  },
];

/** What speaks against an answer beside what was weighed already. */
export function doubtsOf(doubted: Doubted): readonly Doubt[] {
  return DOUBTS.filter(({ isJustified }) => isJustified(doubted));
}

function strays({ arrays, slots, passages, choice, reading: { keeps } }: Doubted): boolean {
  return losesThread(arrays, slots, passages, choice.chosen.passage, keeps);
}

/** Whether what was told beside the question, and is left out of it, may be what it is about: "our printer is broken, …". */
function ignores({ reading: { leaves }, slots }: Doubted): boolean {
  return leaves !== undefined && tellsMore(leaves, slots.query.content);
}

/**
 * Whether nothing says what "it" is ("is it hard to learn?" to begin with), and the answer is about a thing of its own. A heading that
 * is all in the question's words, or others for them, says the same ("How much does it cost?" under "Prices").
 */
function isOfAnything({ arrays, slots, choice: { chosen, passage }, passages }: Doubted): boolean {
  const { content, text } = slots.query;
  const asks = ({ stem }: QueryTerm): boolean => isAsking(stem);
  if (isDeclared(passage) || !content.some(asks) || !REFERENCE.test(text)) return false;
  if (content.some((term) => !asks(term) && !isWeak(term.stem))) return false;
  const heading = arrays.vocabulary.contentIds(passages[chosen.passage]?.headings.at(-1) ?? "");
  const isAsked = (id: number): boolean =>
    content.some((term) => term.id === id || term.alternatives.some((other) => other.id === id));
  return heading.some((id) => !isAsking(arrays.vocabulary.stems[id] ?? "") && !isAsked(id));
}

/**
 * Whether a row is asked for by a name that no page holds ("days of leave in France"), or by a place that its passage does not name,
 * and another one was found.
 */
function lacksRow({ arrays, slots: { query }, choice: { chosen, passage } }: Doubted): boolean {
  if (chosen.sentence.kind !== "row" || isDeclared(passage)) return false;
  const placed = new Set(Array.from(query.text.matchAll(PLACED), ([, word = ""]) => word));
  const held = new Set(arrays.termsOf(chosen.passage));
  return query.content.some(({ id, alternatives, name, english, word }) =>
    id < 0 && alternatives.length === 0
      ? name || (!english && placed.has(word))
      : name &&
        placed.has(word) &&
        !held.has(id) &&
        !alternatives.some((other) => held.has(other.id)),
  );
}

/** What stands behind a word for a place or a purpose. */
const PLACED = /\b(?:in|at|from|for|to)(?: (?:the|an?|our|my))? ([\p{L}\p{N}-]+)/giu;

/** Whether the passage only bears the name of a thing of which something else is asked than it tells. */
function isNamesake({ arrays, slots, choice: { chosen, passage }, passages }: Doubted): boolean {
  return (
    declaredLikeness(passage) < NEARLY_DECLARED &&
    tellsNothingAsked(arrays, slots, passages, chosen.passage)
  );
}

/** What is so like a question that its author declared is answered there, whatever its words. */
const NEARLY_DECLARED = 0.8;

function isOpposite({ question, choice, slots, passages }: Doubted): boolean {
  const { chosen, passage } = choice;
  const answering = passages[chosen.passage];
  return (
    answering !== undefined &&
    !isDeclared(passage) &&
    tellsTheOpposite(question, slots.query.text, {
      sentence: chosen.sentence.text,
      headings: answering.headings,
    })
  );
}

/** Whether one of several numbered things is asked about ("exit code 5", "rule number 3") that the passage does not have. */
function lacksNumbered({ slots, choice: { chosen, passage }, passages }: Doubted): boolean {
  const [, thing, number] = NUMBERED.exec(slots.query.text) ?? [];
  const answering = passages[chosen.passage];
  if (thing === undefined || number === undefined || answering === undefined) return false;
  // A list of many steps is parted between passages, and shown as one.
  const isParted = passages[chosen.passage + 1]?.id.startsWith(`${answering.id}~`) === true;
  if (isDeclared(passage) || isParted || /~\d+$/u.test(answering.id)) return false;
  const counts = ({ kind, ...block }: Block): boolean =>
    kind === "list" && "ordered" in block && block.ordered && block.items.length >= Number(number);
  const text = [...answering.headings, ...answering.body.map(blockText)].join("\n");
  const named = new RegExp(
    String.raw`(?:^|\b${thing}s?(?: is)?(?: number| no\.?)? ?#?)${number}(?![\d.,]*\d)|\b${number}(?:st|nd|rd|th)\b${inWords(number)}`,
    "imu",
  );
  return !named.test(text) && !answering.body.some(counts);
}

const IN_WORDS = [
  "one|first|i",
  "two|second|ii",
  "three|third|iii",
  "four|fourth|iv",
  "five|fifth|v",
];

function inWords(number: string): string {
  const words = IN_WORDS[Number(number) - 1];
  return words === undefined ? "" : String.raw`|\b(?:${words})\b`;
}

const NUMBERED =
  /\b(code|error|step|level|season|chapter|rule|phase|stage|tier|section|part|round|article|grade|week|day|floor|room|version|skill|way|tip|principle|point|item|reason|question)s?(?: is)?(?: number| no\.)? ?#?(\d{1,6})\b/iu;

/** Whether a percentage is asked for, and the whole passage has none. */
function lacksShare({ question, choice: { chosen, passage }, passages, slots }: Doubted): boolean {
  return (
    question.expected === "percent" &&
    !isDeclared(passage) &&
    holdsExpected("percent", passages[chosen.passage]?.text ?? "", slots.query.text) === "miss"
  );
}

/** Whether a time is asked for and none is told: "how long" asks with words that no page repeats. */
function lacksTime({ question, choice: { chosen, passage } }: Doubted): boolean {
  return (
    question.expected === "duration" &&
    !isDeclared(passage) &&
    cannotAnswer(chosen) &&
    !/\d/u.test(chosen.sentence.text)
  );
}
