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
