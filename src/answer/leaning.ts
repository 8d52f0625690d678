import { contentStems, wordsOf } from "../search/terms.ts";
import { asksOnly, isAsking } from "./asking-words.ts";

/** "And an architect?": the new words replace some of the old ones. */
const CUE =
  /^(?:and\b|what about\b|how about\b|what of\b|or\b|also\b|but\b|then\b|ok(?:ay)?[, ]+(?:and|what|how)\b|same for\b|for (?:an? |the )?[\p{L}-]+\??$)/iu;
/** "Who made it?": the old subject is meant. */
export const REFERENCE = new RegExp(
  [
    String.raw`\b(?:it|its|they|them|their|those|this|these|he|she|him|her|his|former|latter)\b`,
    String.raw`(?:^|(?<=\b(?:is|are|was|were|do|does|did|can|will|would|should|about|of|for|to|from|with|in|on|by|and|than|after|before|why|how|use|all|not) ))that\b|\bthat(?=[\s?.!]*$)`,
    String.raw`(?<!\b(?:is|are|was|were|be) )\bthere\b(?! (?:is|are|was|were)\b)`,
    String.raw`\bones?(?=[\s?.!,]*$| (?:is|are|was|do|does|did|can|should|would|will|has|have|to|for|in|of|with)\b)`,
  ].join("|"),
  "iu",
);
/** "is it possible to pay by card?", unlike "is it hard to learn?": nothing is referred to. */
const EXPLETIVE =
  /\b(?:is|was|isn't|does|will|would|can) it\b[^?]{0,40}\bto [\p{L}-]+ (?!(?:for|in|on|with|at|of|it|them|one)\b)\p{L}/iu;
const ASKS = /^(?:what|who|how|why|when|where|is|are|do|does|did|can|could|should)\b/iu;
/** "Who made Redis, and when did it come out?" refers to what it says itself. */
const BREAK =
  /[,;:–—]|\s-\s|\b(?:and|but|so|when|while|if|before|after|once|because|since|as|that)\b/iu;
/** "Redis?": as short as after "and". */
const FRAGMENT = /^[\p{L}\p{N}.+#-]+(?: [\p{L}\p{N}.+#-]+)?\s*\?+$/u;
/** A question with this many words of its own stands by itself. */
const SELF_CONTAINED = 6;

const LEADING =
  /^(?:(?:and|what about|how about|what of|or|also|but|then|ok(?:ay)?|same)[\s,]+)+(?:(?:in|for|of|with|at|on|from|to|an?|the)\s+)*/iu;
const TRAILING = /(?:\s+(?:ones?|then|too|as well|instead|please))*[\s?.!]*$/iu;

/** How a question leans on the one before: it refers to its subject, asks something else of it, or puts other words into it. */
export type Leaning = "refers" | "asks" | "replaces";

/** How a question leans on the one before by what it says; undefined where it may stand by itself. */
export function leaningOf(question: string): Leaning | undefined {
  const text = question.trim().slice(0, 400);
  if (contentWords(text) >= SELF_CONTAINED) return undefined;
  const referring = REFERENCE.exec(isOneMore(text) ? text.replace(TRAILING, "") : text);
  if (referring !== null)
    return EXPLETIVE.test(text) || refersToItself(text.slice(0, referring.index))
      ? undefined
      : "refers";
  if (asksOnly(freshOf(text))) return "asks";
  return replaces(text) ? "replaces" : undefined;
}

/** "And for a senior one?" names no thing, but another of its kind. */
function isOneMore(text: string): boolean {
  return CUE.test(text) && contentWords(freshOf(text)) > 0;
}

/** Whether what stands before "it" names something, in a clause of its own. */
function refersToItself(said: string): boolean {
  const clauses = said.replace(LEADING, "").split(BREAK).slice(0, -1);
  return clauses.some((clause) => contentStems(clause).some((stem) => !isAsking(stem)));
}

/** "And what is Redis?" asks by itself; "and when?" does not. */
export function replaces(text: string): boolean {
  const fresh = freshOf(text);
  if (ASKS.test(fresh) && contentWords(fresh) > 0) return false;
  return CUE.test(text) || FRAGMENT.test(text);
}

/** What is asked anew, without what leads over to it. */
export function freshOf(text: string): string {
  return text.replace(LEADING, "").replace(TRAILING, "");
}

/** Whether a question is so short that the one before may complete it, should it find nothing by itself. */
export function mayLean(question: string): boolean {
  return contentWords(question.slice(0, 400)) <= 3;
}

/** How many words of a text say what it is about. */
export function contentWords(text: string): number {
  return wordsOf(text).filter((word) => word.terms.some((term) => term.role === "content")).length;
}
