import type { Carried } from "../search/query-terms.ts";
import { contentStems, wordsOf } from "../search/terms.ts";
import { isAsking } from "./asking-words.ts";
import { contentWords, freshOf, leaningOf, REFERENCE, replaces } from "./leaning.ts";

/** "it" is what is compared, not what it is compared with. */
const COMPARED_WITH = /\s(?:than|vs\.?|versus|compared (?:to|with)|instead of)\s/iu;
/** How much the words of the question before count beside those asked now. */
export const CARRIED = { replaced: 0.5, subject: 1.4, completes: 0.8 } as const;

/** What a question begins with, and what another may ask for in its place: "in which year?" after "who made it". */
const ASKS_FOR = /^(?:who|when|where|why|how(?: (?:much|many|long|often))?|what|which)\s+/iu;
const ASKS_ONLY = /^(?:(?:by|for|from|to|in|since|with|at) )?(?:whom?|when|where|why|how|what)$/iu;
const ASKS_KIND = /^(?:[\p{L}]+ )?(?:which|what)\b/iu;
/** Where something is named, "it" is what is named. */
const NAME = /^\p{Lu}/u;
/** What is asked anew is a name or a word or two; longer, it is a question of its own. */
const NEW_WORDS = 4;
/** Words of the question before that one follow-up replaces, or refers to, at most. */
const SPAN = 3;
/** Words of the question before that are tried. */
const TRIED = 8;
/** Full questions that one follow-up may stand for, at most: each is asked, and costs what any question does. */
export const READINGS = 2 * SPAN * TRIED;

/** A full question that a follow-up may stand for. */
export interface Completion {
  readonly text: string;
  readonly keeps: Keeps;
}

/** What a reading keeps of the question before: what it is about, or the rest beside the words that were put in. */
export interface Keeps {
  readonly as: "subject" | "rest";
  readonly text: string;
}

/**
 * The full questions a follow-up may stand for: "and an architect?" after "How much does a senior earn?" puts the new words in
 * the place of each of the old ones in turn, "who made it?" each of the old ones in the place of "it", "drawbacks?" asks for
 * those of each of the old ones. Which of them was meant shows when they are asked: the others find nothing as good. At most
 * `READINGS` of them.
 */
export function completions(question: string, previous: string): Completion[] {
  const text = question.trim().slice(0, 400);
  const leaning = leaningOf(text);
  if (leaning === undefined) return [];
  const before = previous.trim().slice(0, 400);
  const fresh = freshOf(text);
  const completed = new Map<string, Keeps>();
  const asSubject = (span: string): Keeps => ({ as: "subject", text: span });
  if (leaning === "asks") {
    for (const span of wholeSubjectsOf(before))
      completed.set(`${fresh} of ${span}`, asSubject(span));
  }
  const told = before.replace(ASKS_FOR, "");
  if (told !== before && (ASKS_ONLY.test(fresh) || (leaning === "asks" && ASKS_KIND.test(fresh))))
    completed.set(`${fresh} ${told}`, { as: "rest", text: told });
  const referring = leaning === "refers" ? REFERENCE.exec(text) : null;
  if (referring !== null) {
    const to = referring.index + referring[0].length;
    const possessive = /^(?:its|their|his)$/iu.test(referring[0]) ? "'s" : "";
    for (const span of subjectsOf(before))
      completed.set(
        text.slice(0, referring.index) + span + possessive + text.slice(to),
        asSubject(span),
      );
  }
  if (
    leaning !== "asks" &&
    replaces(text) &&
    contentWords(fresh) > 0 &&
    wordsOf(fresh).length <= NEW_WORDS
  ) {
    const spans = spansOf(before);
    for (const [start, end] of holdsAsking(fresh) ? spans : withoutAsking(before, spans))
      completed.set(before.slice(0, start) + fresh + before.slice(end), {
        as: "rest",
        text: `${before.slice(0, start)} ${before.slice(end)}`,
      });
  }
  return [...completed].map(([written, keeps]) => ({ text: written, keeps }));
}

type Span = readonly [start: number, end: number];

/** What a question may be about: what it names, where it names something, and not what that is compared with. */
function subjectsOf(before: string): readonly string[] {
  const spans = spansOf(before);
  const end = COMPARED_WITH.exec(before)?.index ?? before.length;
  const compared = spans.filter((span) => span[1] <= end);
  const subjects = withoutAsking(before, compared.length > 0 ? compared : spans);
  const named = subjects.filter(([start, to]) => start > 0 && NAME.test(before.slice(start, to)));
  return (named.length > 0 ? named : subjects).map(([start, to]) => before.slice(start, to));
}

/** All that a question is about, each as a whole: "unit tests" and not "unit"; what it compares is one. */
function wholeSubjectsOf(before: string): readonly string[] {
  const spans = withoutAsking(before, spansOf(before));
  const whole = spans
    .filter(
      (one) => !spans.some((other) => other !== one && other[0] <= one[0] && other[1] >= one[1]),
    )
    .map(([start, to]) => before.slice(start, to));
  return COMPARED_WITH.test(before) && whole.length > 1 ? [whole.join(" and ")] : whole;
}

/** Those that hold no word of what is asked, "drawbacks" or "earn"; all of them where each does. */
function withoutAsking(text: string, spans: readonly Span[]): readonly Span[] {
  const others = spans.filter(([start, end]) => !holdsAsking(text.slice(start, end)));
  return others.length > 0 ? others : spans;
}

function holdsAsking(text: string): boolean {
  return contentStems(text).some(isAsking);
}

/** Every one to three neighbouring content words, from where to where. */
function spansOf(text: string): Span[] {
  const words = wordsOf(text).slice(0, 3 * TRIED);
  const isContent = (at: number): boolean =>
    words[at]?.terms.some(({ role }) => role === "content") ?? false;
  const spans: Span[] = [];
  let tried = 0;
  for (const [at, { start }] of words.entries()) {
    if (!isContent(at) || tried >= TRIED) continue;
    tried++;
    for (let length = 1; length <= SPAN && isContent(at + length - 1); length++) {
      const last = words[at + length - 1];
      if (last !== undefined) spans.push([start, last.start + last.text.length]);
    }
  }
  return spans;
}

/** The earlier question's words that this one leans on; undefined where it stands by itself. */
export function carry(question: string, previous: string): Carried | undefined {
  const leaning = leaningOf(question);
  if (leaning === undefined) return undefined;
  if (leaning === "replaces") return { text: previous, weight: CARRIED.replaced };
  const text = leaning === "asks" ? wholeSubjectsOf(previous.slice(0, 400)).join(" ") : previous;
  return { text, weight: CARRIED.subject };
}
