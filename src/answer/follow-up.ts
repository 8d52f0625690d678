import type { Carried } from "../search/query-terms.ts";
import { wordsOf } from "../search/terms.ts";

/** "And an architect?": the new words replace some of the old ones. */
const CUE =
  /^(?:and\b|what about\b|how about\b|what of\b|or\b|also\b|but\b|then\b|ok(?:ay)?[, ]+(?:and|what|how)\b|same for\b|for (?:an? |the )?[\p{L}-]+\??$)/iu;
/** "Who made it?": the old subject is meant. */
const REFERENCE =
  /\b(?:it|its|they|them|their|that|those|this|these|there|he|she|him|her|his|one|ones|former|latter)\b/iu;
/** A question with this many words of its own stands by itself. */
const SELF_CONTAINED = 6;

/** How much the words of the question before count beside those asked now. */
export const CARRIED = { replaced: 0.5, subject: 1.4, completes: 0.8 } as const;

/** Where something is named, "it" is what is named. */
const NAME = /^\p{Lu}/u;
const LEADING =
  /^(?:(?:and|what about|how about|what of|or|also|but|then|ok(?:ay)?|same)[\s,]+)+(?:(?:in|for|of|with|at|on|from|to|an?|the)\s+)*/iu;
const TRAILING = /(?:\s+(?:ones?|then|too|as well|instead|please))*[\s?.!]*$/iu;
/** What is asked anew is a name or a word or two; longer, it is a question of its own. */
const NEW_WORDS = 4;
/** Words of the question before that one follow-up replaces, or refers to, at most. */
const SPAN = 3;
/** Words of the question before that are tried. */
const TRIED = 8;
/** Full questions that one follow-up may stand for, at most: each is asked, and costs what any question does. */
export const READINGS = 2 * SPAN * TRIED;

/**
 * The full questions a follow-up may stand for: "and an architect?" after "How much does a senior earn?" puts the new words in
 * the place of each of the old ones in turn, "who made it?" each of the old ones in the place of "it". Which of them was
 * meant shows when they are asked: the others find nothing as good. At most `READINGS` of them.
 */
export function completions(question: string, previous: string): string[] {
  const text = question.trim().slice(0, 400);
  if (contentWords(text) >= SELF_CONTAINED) return [];
  const before = previous.trim().slice(0, 400);
  const spans = spansOf(before);
  const referring = REFERENCE.exec(text);
  const completed: string[] = [];
  if (referring !== null) {
    const to = referring.index + referring[0].length;
    const possessive = /^(?:its|their|his)$/iu.test(referring[0]) ? "'s" : "";
    const named = spans.filter(([start, end]) => start > 0 && NAME.test(before.slice(start, end)));
    for (const [start, end] of named.length > 0 ? named : spans)
      completed.push(
        text.slice(0, referring.index) + before.slice(start, end) + possessive + text.slice(to),
      );
  }
  const fresh = text.replace(LEADING, "").replace(TRAILING, "");
  if (CUE.test(text) && contentWords(fresh) > 0 && wordsOf(fresh).length <= NEW_WORDS) {
    for (const [start, end] of spans)
      completed.push(before.slice(0, start) + fresh + before.slice(end));
  }
  return [...new Set(completed)];
}

/** Every one to three neighbouring content words, from where to where. */
function spansOf(text: string): (readonly [start: number, end: number])[] {
  const words = wordsOf(text).slice(0, 3 * TRIED);
  const isContent = (at: number): boolean =>
    words[at]?.terms.some(({ role }) => role === "content") ?? false;
  const spans: (readonly [number, number])[] = [];
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
  const text = question.trim().slice(0, 400);
  if (contentWords(text) >= SELF_CONTAINED) return undefined;
  const refers = REFERENCE.test(text);
  if (CUE.test(text) && !refers) return { text: previous, weight: CARRIED.replaced };
  return refers ? { text: previous, weight: CARRIED.subject } : undefined;
}

/** Whether a question is so short that the one before may complete it, should it find nothing by itself. */
export function mayLean(question: string): boolean {
  return contentWords(question.slice(0, 400)) <= 3;
}

function contentWords(text: string): number {
  return wordsOf(text).filter((word) => word.terms.some((term) => term.role === "content")).length;
}
