import type { Passage } from "../types.ts";
import { readQuestion } from "./question.ts";
import type { Question } from "./question.ts";

/** How a text says what is not so, */
const DENIES =
  /\b(?:no|not|never|none|nor|nobody|neither|without|cannot|except|other than|rather than|unlike|instead|missing|lack(?:s|ing)?|avoid\w*)\b|\bnon-|n['’]t\b/iu;
/** and what speaks against a thing. */
const SPEAKS_AGAINST =
  /\b(?:nothing|drawbacks?|disadvantages?|downsides?|weakness(?:es)?|limit(?:s|ed|ations?)?|problems?|mistakes?|wrong|against|unsuitable|unnecessary|overkill|poor(?:ly)?|bad(?:ly)?|too|only|hard(?:er)?|difficult(?:y|ies)?|costs?|risks?)\b/iu;

export function denies(text: string): boolean {
  return DENIES.test(text);
}

/** Whether what is not so is asked for, and what was chosen tells the opposite: what is. */
export function tellsTheOpposite(
  { negated }: Question,
  asked: string,
  { sentence, headings }: { readonly sentence: string } & Pick<Passage, "headings">,
): boolean {
  if (!negated) return false;
  const told = `${headings.at(-1) ?? ""}\n${sentence}`;
  return !DENIES.test(told) && !(/^(?:why|when)\b/iu.test(asked) && SPEAKS_AGAINST.test(told));
}

const WHY_NOT =
  /^(?:why|when) (?:not (?:to )?|(?:should|would|might|do|is)(?:n['’]?t| (?:i|we|you|one|it|somebody|someone|anyone|people))?(?: be)?(?: not)? )(?:(?:just|simply|ever|really) )?(?:(?:use|choose|pick|take|go with|learn|adopt|buy|prefer|using|choosing) )?/iu;

/** "Why should I not use X" asks for the drawbacks of X; undefined for any other question. */
export function asDrawbacks(text: string): string | undefined {
  const said = WHY_NOT.exec(text);
  if (said === null || !readQuestion(text).negated) return undefined;
  const thing = text.slice(said[0].length);
  return /\p{L}/u.test(thing) ? `drawbacks of ${thing}` : undefined;
}
