import { stemOf } from "./terms.ts";

/**
 * Verbs that ask for the same thing in English: who *invented*, *created* or *started* something, when it *came out*,
 * *appeared* or *was released*. They count for one another only in such questions; elsewhere "start" is no "invent".
 */
const RELATIONS = [
  {
    asks: /\b(?:who|whom|whose|which (?:person|company|organi[sz]ation|team)|what company|by whom|creators?|inventors?|founders?|authors?)\b/iu,
    asked:
      "created invented started founded made built designed developed wrote written launched introduced authored creator inventor founder author",
    told: "created invented founded introduced authored wrote creator inventor founder author",
  },
  {
    asks: /\b(?:when|what year|which year|in what year|since when|how old|what date|release|year)\b/iu,
    asked:
      "released appeared came come comes coming launched introduced published created invented founded started began born built established debut release",
    told: "released appeared launched introduced published created invented founded established debut",
  },
  {
    asks: /\bhow much\b|\bwhat (?:do|does|can|could|would)\b.*\b(?:make|earn|get paid)\b/iu,
    asked: "earn earns make makes paid pay salary wage",
    told: "earn pay salary wage",
  },
].map(({ asks, asked, told }) => ({ asks, asked: stemsOf(asked), told: stemsOf(told) }));

function stemsOf(words: string): ReadonlySet<string> {
  return new Set(words.split(" ").map((word) => stemOf(word)));
}

/**
 * The stems of the verbs that tell what this one asks for in this question; none for most words. Verbs whose stem means
 * something else as well ("develop", "make", "start") are understood in a question, but prove nothing in a page.
 */
export function relatedVerbs(question: string, stem: string): readonly string[] {
  for (const { asks, asked, told } of RELATIONS) {
    if (asked.has(stem) && asks.test(question)) return [...told].filter((other) => other !== stem);
  }
  return [];
}
