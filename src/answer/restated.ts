import { freshOf } from "./leaning.ts";

const WHO_SAYS =
  /^(?:says who|who (?:says|said|claims|told you) (?:so|that|this|it)|according to (?:whom|who|what)|(?:(?:what|which)(?:'s|’s| is) )?(?:the|your) sources?(?: (?:for|of) (?:that|this|it))?|where (?:does|did) (?:that|this|it) come from|how do you know(?: that| this)?)$/iu;
/** "And which is the worst?" */
const ASKS_ITSELF = /^(?:what|which)(?: one)?(?:['’]s| is| are) the /iu;
const EXTREME =
  /\b(?:most|least|highest|lowest|best|worst|biggest|smallest|largest|fastest|slowest|cheapest|easiest|hardest)\b/iu;

/**
 * The question before, where a follow-up asks it anew: "and the least?" after "which cities pay the most?" with the other
 * extreme, "says who?" as it was, for what it stands on is named beside every answer. Undefined for all other follow-ups.
 */
export function restated(question: string, previous: string): string | undefined {
  const text = question.trim().slice(0, 400);
  const fresh = freshOf(text);
  if (WHO_SAYS.test(fresh)) return previous;
  const before = previous.slice(0, 400);
  const extreme = fresh.replace(ASKS_ITSELF, "");
  return EXTREME.test(before) && EXTREME.exec(extreme)?.[0] === extreme
    ? before.replace(EXTREME, extreme)
    : undefined;
}
