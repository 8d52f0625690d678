import { freshOf } from "./leaning.ts";

const WHO_SAYS =
  /^(?:says who|who says (?:so|that|this)|according to (?:whom|who|what)|(?:(?:what|which)(?:'s|’s| is) )?(?:the|your) sources?(?: (?:for|of) (?:that|this|it))?|how do you know(?: that| this)?)$/iu;
/** "And which is the worst?" */
const ASKS_ITSELF = /^(?:what|which)(?: one)?(?:['’]s| is| are) the /iu;
const DEGREE = "most|least";
const OTHERS =
  "highest|lowest|best|worst|biggest|smallest|largest|fastest|slowest|cheapest|easiest|hardest";
const SMALL = "in|of|for|on|at|to|by|with|as|from|and|or";
const EXTREME = new RegExp(`^(?:${DEGREE}|${OTHERS})$`, "iu");
/** "At most" is no extreme. */
const NAMED = new RegExp(String.raw`(?<!\bat )\b(?:${DEGREE}|${OTHERS})\b`, "iu");
/** "Most popular" as a whole gives way to "worst". */
const NAMED_WHOLE = new RegExp(
  String.raw`(?<!\bat )\b(?:(?:${DEGREE})(?: (?!(?:${SMALL})\b)\p{L}+)?|${OTHERS})(?!\p{L})`,
  "iu",
);

/**
 * The question before, where a follow-up asks it anew: "and the least?" after "which cities pay the most?" with the other
 * extreme, "says who?" as it was, for what it stands on is named beside every answer. Undefined for all other follow-ups.
 */
export function restated(question: string, previous: string): string | undefined {
  const text = question.trim().slice(0, 400);
  const fresh = freshOf(text);
  if (WHO_SAYS.test(fresh)) return previous;
  const extreme = fresh.replace(ASKS_ITSELF, "");
  if (!EXTREME.test(extreme)) return undefined;
  const before = previous.slice(0, 400);
  const isDegree = /^(?:most|least)$/iu.test(extreme);
  const anew = before.replace(isDegree ? NAMED : NAMED_WHOLE, extreme.toLowerCase());
  return anew === before ? undefined : anew;
}
