import { contentStems, stemOf } from "../search/terms.ts";

/** What of a subject is asked for, or which of several: "drawbacks", "the most important". */
const ASPECTS = stemsOf(
  "pro con plus minus advantage disadvantage benefit drawback downside upside strength weakness limitation shortcoming merit " +
    "feature example type kind alternative use used usage case purpose difference reason detail basics tip " +
    "important essential necessary required crucial good bad better best worse worst " +
    "hard harder hardest easy easier easiest difficult simple fast faster fastest slow slower slowest cheap cheapest expensive " +
    "high higher highest low lower lowest big bigger biggest largest smallest small popular common famous main enough worth",
);
/** What is said of a subject: with a word that names one, they ask. */
const VERBS = stemsOf(
  "learn understand contain include choose create created creator invent invented inventor found founded founder make made maker develop developed " +
    "release released introduced launched write wrote written build built design designed earn pay paid cost work mean stand suit need differ compare comparison vs versus major leading great",
);

function stemsOf(words: string): ReadonlySet<string> {
  return new Set(words.split(" ").map(stemOf));
}

/** "which framework?", "in which year?": a kind is asked for, and not of what. */
const KIND =
  /^(?:(?:in|by|at|on|for|since|until|from) )?(?:which|what|any|other) [\p{L}-]+[\s?.!]*$/iu;
/** "which system is the best?": what it is a system for was said before. */
const OF_A_KIND = /^(?:which|what) (?:systems?|tools?|options?|choices?|ones?) (?:is|are|was)\b/iu;
/** "what is a feature?" names what it is about. */
const NAMES = /^what(?:'s|’s| is) an? /iu;

/** Whether a content word, by its stem, says what is asked and not what it is asked about. */
export function isAsking(stem: string): boolean {
  return ASPECTS.has(stem) || VERBS.has(stem);
}

/** Whether a question says what is asked, and nothing of what it is asked about. */
export function asksOnly(text: string): boolean {
  const stems = contentStems(text);
  if (stems.length === 0 || NAMES.test(text)) return false;
  return (
    KIND.test(text) || contentStems(text.replace(OF_A_KIND, "")).every((stem) => ASPECTS.has(stem))
  );
}
