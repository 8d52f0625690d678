import { stemOf } from "./terms.ts";

/**
 * Words that ask for the same thing in English: who *invented*, *created* or *started* something, when it *came out*,
 * *appeared* or *was released*. They count for one another only in such questions; elsewhere "start" is no "invent".
 * `asked` are words of questions; `told` are those that say it in a page, too: words whose stem means something else as
 * well ("develop", "make", "start") are understood in a question, but prove nothing in a page.
 */
const RELATIONS = [
  {
    asks: /\b(?:who|whom|whose|which (?:person|company|organi[sz]ation|team)|what company|by whom|creators?|inventors?|founders?|authors?)\b/iu,
    asked:
      "created invented started founded made built designed developed wrote written launched introduced creator inventor founder behind came",
    told: "created invented founded introduced wrote creator inventor founder",
  },
  {
    asks: /\b(?:when|what year|which year|in what year|since when|how old|what date|release|year)\b/iu,
    asked:
      "released appeared came come comes coming launched introduced published created invented founded started began born built established debut release",
    told: "released appeared launched introduced published created invented founded established debut",
  },
  {
    asks: /\bhow much\b|\bwhat (?:do|does|can|could|would)\b.{0,200}\b(?:make|earn|get paid)\b/iu,
    asked: "earn earns make makes paid pay salary wage",
    told: "earn pay salary wage",
  },
  {
    asks: /\b(?:stands? for|full (?:form|name)|short (?:for|form)|abbreviat\w*|acronym)\b/iu,
    asked: "stand full form short abbreviation abbreviated acronym name mean",
    told: "stand short abbreviation acronym",
  },
  {
    asks: /\b(?:vs|versus|differ\w*|compar\w+)\b/iu,
    asked: "vs versus differ difference different compare comparison",
    told: "vs versus differ difference compare comparison",
  },
  {
    asks: /\b(?:good|great|gain|plus|(?:dis)?advant\w+|pros|benefits?|strengths?|merits?|upsides?)\b/iu,
    asked: "good great gain plus advantage pro benefit strength merit upside help better",
    told: "advantage benefit strength",
  },
  {
    asks: /\b(?:bad|wrong|drawbacks?|disadvant\w+|cons|downsides?|weak\w*|limit\w*|problems?|shortcomings?|lacks?)\b/iu,
    asked:
      "bad wrong drawback disadvantage con downside weakness weak limitation limit problem shortcoming lack trouble",
    told: "drawback disadvantage weakness limitation problem",
  },
  {
    asks: /\b(?:use[ds]?|usage|purposes?|meant|intended|good|designed|made) (?:for|of)\b/iu,
    asked: "use used usage purpose meant intended good designed made",
    told: "",
  },
  {
    asks: /\bwhen\b.{0,200}\b(?:fit|suit\w*|choice|choose|sense|right|good|best|appropriate|use[ds]?)\b/iu,
    asked: "fit suit suitable choice choose sense right good best appropriate use used",
    told: "suit suitable choose useful",
  },
  {
    asks: /\b(?:popular|common|well[ -]known|known|famous|leading|main|major|widespread|biggest|top|best)\b/iu,
    asked: "popular common known famous leading main major widespread top best biggest",
    told: "",
  },
  {
    asks: /\b(?:learn|study|master|know|understand|pick up|get good at|knowledge)\b/iu,
    asked: "learn study master knowledge understand",
    told: "",
  },
  {
    asks: /\b(?:important|essential|key|necessary|must|crucial|vital|matters?|required?|needed)\b/iu,
    asked: "important essential key necessary must crucial vital matter require needed",
    told: "",
  },
].map(({ asks, asked, told }) => ({ asks, asked: stemsOf(asked), told: stemsOf(told) }));

function stemsOf(words: string): ReadonlySet<string> {
  return new Set(words === "" ? [] : words.split(" ").map(stemOf));
}

/** What else says what a word of a question asks for: in other questions, and in a page. */
export interface Related {
  readonly asked: readonly string[];
  readonly told: readonly string[];
}

/** The stems that ask for the same as this one does in this question, and those that tell it; none for most words. */
export function relatedWords(question: string, stem: string): Related {
  const relation = RELATIONS.find(({ asks, asked }) => asked.has(stem) && asks.test(question));
  if (relation === undefined) return NONE;
  const others = (stems: ReadonlySet<string>): string[] =>
    [...stems].filter((other) => other !== stem);
  return { asked: others(relation.asked), told: others(relation.told) };
}

const NONE: Related = { asked: [], told: [] };
