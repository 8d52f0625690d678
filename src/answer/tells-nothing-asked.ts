import { titleRange } from "../search/arrays.ts";
import type { Arrays } from "../search/arrays.ts";
import { isWeak } from "../search/weak-words.ts";
import type { QueryTerm } from "../search/query-terms.ts";
import type { Slots } from "../search/slots.ts";
import { contentStems } from "../search/terms.ts";
import type { Passage } from "../types.ts";
import { holdings } from "./sentence-signals.ts";

/** "What is the logo of …", "who is the biggest critic of …" */
const OF =
  /^(?:what|who)(?:['’]s| is| are| was| were) (?:the |an? )?((?:[\p{L}-]+ ){0,2}?[\p{L}-]+) (?:of|for|behind|about) /iu;
/** "Which book …", "how many stars …", "who invented …" */
const WHICH =
  /^(?:which|what|who|how many|how much) ((?!(?:is|are|was|were|do|does|did|can|could|should|would|will|has|have) )[\p{L}-]+) /iu;

/**
 * Whether a passage holds nothing of a question but what it is called: neither what is asked of the thing ("the logo of load balancing")
 * nor any other word beside the thing's name. Questions that do not name what they ask for in such a way are left alone: whoever asks
 * "how do I cancel" may be answered under "Cancelling" in any words.
 */
export function tellsNothingAsked(
  arrays: Arrays,
  slots: Slots,
  passages: readonly Passage[],
  number: number,
): boolean {
  const { text, content } = slots.query;
  const asked = contentStems(OF.exec(text)?.[1] ?? WHICH.exec(text)?.[1] ?? "");
  const isAsked = content.map(({ stem }) => asked.includes(stem) && !isWeak(stem));
  if (!isAsked.includes(true)) return false;
  const headings = passages[number]?.headings ?? [];
  const name = new Set(headings.flatMap((heading) => arrays.vocabulary.contentIds(heading)));
  const isName = ({ id, alternatives }: QueryTerm): boolean =>
    name.has(id) || alternatives.some((other) => name.has(other.id));
  const besides = content.map((term) => !isName(term));
  if (!besides.includes(false)) return false;
  const terms = Int32Array.from([
    ...arrays.termsOf(number),
    ...arrays.titleTerms.subarray(...titleRange(arrays, number)),
  ]);
  const held = holdings(slots, terms, 0, terms.length);
  return !content.some(
    (_, slot) => (isAsked[slot] === true || besides[slot] === true) && (held[slot] ?? 0) > 0,
  );
}
