import { stemOf } from "./terms.ts";

/**
 * Words that say what form the answer has, not what it is about: the *full form* of X, what X is *short for*, the *year* of X.
 * A page writes "X (Y)" or "1995" without any of them, so they are looked up like question words, softly.
 */
const FORMS: readonly { readonly asks: RegExp; readonly words: readonly string[] }[] = [
  { asks: /\bstands? for\b/iu, words: ["stand", "stands"] },
  { asks: /\bfull (?:form|name)\b/iu, words: ["full", "form", "name"] },
  {
    asks: /\b(?:short|abbreviation|acronym) (?:for|of|form)\b/iu,
    words: ["short", "abbreviation", "acronym", "form"],
  },
  {
    asks: /\bwhat (?:do|does|did) .{1,80}\bmean\b|^[^?]{1,40}\bmeans?\s*\??$/iu,
    words: ["mean", "means"],
  },
  { asks: /\b(?:what|which) year\b|\byear (?:was|did|were|of)\b|\byear\s*\??$/iu, words: ["year"] },
];

/** The stems of a question's form words. */
export function formStems(question: string): ReadonlySet<string> {
  const stems = new Set<string>();
  for (const { asks, words } of FORMS)
    if (asks.test(question)) for (const word of words) stems.add(stemOf(word));
  return stems;
}
