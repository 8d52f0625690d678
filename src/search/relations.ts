import { stemOf } from "./terms.ts";

/**
 * Verbs that ask for the same thing in English: who *invented*, *created* or *started* something, when it *came out*,
 * *appeared* or *was released*. They count for one another only in such questions; elsewhere "start" is no "invent".
 */
const RELATIONS = [
  {
    asks: /\b(?:who|whom|whose|which (?:person|company|organi[sz]ation|team)|what company|by whom|creators?|inventors?|founders?|authors?)\b/iu,
    verbs:
      "created invented started founded made built designed developed wrote written launched introduced authored creator inventor founder author",
  },
  {
    asks: /\b(?:when|what year|which year|in what year|since when|how old|what date|release year|year)\b/iu,
    verbs:
      "released appeared came come comes coming launched introduced published created invented founded started began born built established debut release",
  },
  {
    asks: /\bhow much\b|\bwhat (?:do|does|can|could|would)\b.*\b(?:make|earn|get paid)\b/iu,
    verbs: "earn earns make makes paid pay salary wage",
  },
].map(({ asks, verbs }) => ({
  asks,
  stems: new Set(verbs.split(" ").map((verb) => stemOf(verb))),
}));

/** The stems of the verbs that ask for the same as this one in this question; none for most words. */
export function relatedVerbs(question: string, stem: string): readonly string[] {
  for (const { asks, stems } of RELATIONS) {
    if (stems.has(stem) && asks.test(question)) return [...stems].filter((other) => other !== stem);
  }
  return [];
}
