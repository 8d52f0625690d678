import { PERSONAL } from "./parts.ts";
import type { Part } from "./parts.ts";

const BE_OR_DO =
  "is|are|was|were|do|does|did|can|could|should|would|will|has|have|isn['’]t|aren['’]t|don['’]t|doesn['’]t|can['’]t|shouldn['’]t";
/** How a question begins: "how it works" and "where the time goes" do not ask. */
const ASKS_BY = String.raw`(?:what|which|who)\b|(?:how|why|when|where)(?: (?:much|many|long|often|hard|easy|${BE_OR_DO})\b|['’]s\b)`;
const ASKS = String.raw`${ASKS_BY}|(?:${BE_OR_DO}) (?:i|we|you|they|it|he|she|there|this|that|these|those|the|an?|my|our|\p{Lu}[\p{L}\p{N}.+#-]*)(?= )`;
/** What parts a statement from the question behind it. */
const BEHIND = new RegExp(
  String.raw`(?:[,;]|\s[-–—])\s+(?:(?:so|but|and|now|then)\s+)?(?=${ASKS})|\s(?:so|but)\s+(?=${ASKS})`,
  "giu",
);
/** Who is spoken of where somebody says why they ask. */
const SPOKEN_OF = new RegExp(
  `${PERSONAL.source}|\\b(?:everyone|everybody|people|nobody|they)\\b`,
  "iu",
);
/** What is asked counts under the condition only: "if I know Java, which framework …". */
const CONDITION =
  /^(?:if|when|whenever|while|after|before|once|since|because|as|unless|until|given|suppose|assuming|in case|for|in|with|without|besides|between)\b/iu;
const REASON =
  /,?\s+(?:(?:because|since|cause|cuz)\s+(?=(?:i|we|my|our|i['’]m|we['’]re)\b)|as\s+(?=(?:i|we|i['’]m|we['’]re)\b))/iu;
/** "How long is it since we deployed": a time, and no reason. */
const SINCE_WHEN = /^(?:how long|how (?:much|many) \p{L}+|when|what)\b.* since\b/iu;
/** Yes or no may hang on the reason: "is it too slow because we have no index?" */
const ASKED_FIRST = new RegExp(`^(?:${ASKS_BY})`, "iu");
/** Longer ones are read as a whole only; it bounds the patterns' cost. */
const LONGEST = 1_000;

/**
 * The question of a sentence that tells more than it asks: behind what somebody says about themselves ("my manager wants me to learn
 * Docker, where do I begin?") or before why they ask ("…, because I'm new here"); undefined for all others.
 */
export function askedIn(text: string): Part | undefined {
  if (text.length > LONGEST) return undefined;
  if (ASKED_FIRST.test(text)) {
    const reason = REASON.exec(text);
    if (reason === null || SINCE_WHEN.test(text)) return undefined;
    const told = text.slice(reason.index + reason[0].length).replace(/[\s?.!]+$/u, "");
    return { text: `${text.slice(0, reason.index)}?`, context: told, isTold: true };
  }
  const behind = [...text.matchAll(BEHIND)].at(-1);
  if (behind === undefined) return undefined;
  const told = text.slice(0, behind.index);
  if (CONDITION.test(told) || !SPOKEN_OF.test(told)) return undefined;
  return { text: text.slice(behind.index + behind[0].length), context: told, isTold: true };
}
