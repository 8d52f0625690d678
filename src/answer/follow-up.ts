import { wordsOf } from "../search/terms.ts";

const CUE = /^(?:and\b|what about\b|how about\b|what of\b|or\b|also\b|but\b|then\b|ok(?:ay)?[, ]+(?:and|what|how)\b|same for\b|for (?:an? |the )?[\p{L}-]+\??$)/iu;
const REFERENCE = /\b(?:it|its|they|them|their|that|those|this|these|there|he|she|him|her|his|one|ones|former|latter)\b/iu;
/** A question with this many words of its own stands by itself. */
const SELF_CONTAINED = 5;

/** Whether a question leans on the one before: "and an architect?", "who made it?". */
export function leansOnPrevious(question: string): boolean {
  const text = question.trim();
  const words = wordsOf(text.slice(0, 400)).filter((word) => word.terms.some((term) => term.role === "content")).length;
  if (words >= SELF_CONTAINED) return false;
  return CUE.test(text) || REFERENCE.test(text);
}

/** Whether a question is so short that the one before may complete it, should it find nothing by itself. */
export function mayLean(question: string): boolean {
  return wordsOf(question.slice(0, 400)).length <= 4;
}
