import { isWeak } from "../search/weak-words.ts";
import type { Ranked } from "../search/ranking.ts";
import type { Slots } from "../search/slots.ts";
import { contentStems } from "../search/terms.ts";
import { opening } from "./compared.ts";
import type { Compared, Compares } from "./compared.ts";
import { said, saysAll } from "./said.ts";

/** Both halves are asked for as one: a page has them under two headings, and says neither "pros" nor "cons". */
const BOTH =
  /\b(?:pros?|advantages?|benefits?|strengths?|upsides?|plus(?:es)?|good|positives?)(?: things| points| sides?| parts)? ?(?:and|or|&|\/|vs\.?|versus|,)(?: the)? ?(?:cons?|disadvantages?|drawbacks?|downsides?|weakness(?:es)?|limitations?|minus(?:es)?|risks?|bad|negatives?)\b(?: things?| points?| sides?| parts?)?/iu;
const PROS = /\b(?:advantages?|benefits?|strengths?|pros|upsides?)\b/iu;
/** A section that says why says what is good about it, where no other does. */
const REASONS = /^why\b(?!.*\b(?:not|hard|difficult|problems?|avoid)\b)/iu;
const CONS =
  /\b(?:disadvantages?|drawbacks?|downsides?|cons|weakness(?:es)?|limitations?|limits|problems?|shortcomings?)\b/iu;
/** "Advantages of X" has one word more than the subject, "Why learn X" as well; "Why X is used for Y" is about Y, too. */
const MORE_WORDS = 2;
/** Sections that are headed so answer; with one half alone the other is left open. */
const SURE = { both: 0.75, half: 0.65 } as const;

/** The sections with what is good and what is bad about the one thing that the question names, or the one of them there is. */
export function prosAndCons(
  compares: Omit<Compares, "comparison">,
  ranked: readonly Ranked[],
): Compared | undefined {
  const { arrays, slots, passages } = compares;
  const subject = subjectOf(slots);
  if (subject.length === 0) return undefined;
  const headed = ranked.flatMap(({ passage }) => {
    const heading = passages[passage]?.headings.at(-1) ?? "";
    const head = said(slots, arrays.vocabulary, heading);
    return saysAll(head, subject) && head.others <= MORE_WORDS ? [{ passage, heading }] : [];
  });
  const find = (pattern: RegExp): number | undefined =>
    headed.find(({ heading }) => pattern.test(heading))?.passage;
  const good = find(PROS) ?? find(REASONS);
  const bad = find(CONS);
  const [first, second] = [good, bad]
    .filter((number) => number !== undefined)
    .flatMap((number) => opening(compares, number) ?? []);
  if (first === undefined) return undefined;
  const says = "what is good or bad about it stands under headings of its own";
  return second === undefined
    ? { places: [first], sure: SURE.half, says }
    : { places: [first, second], sure: SURE.both, says };
}

/** What both halves are asked of: the question's other words. */
function subjectOf({ query }: Slots): number[] {
  const phrase = BOTH.exec(query.text)?.[0];
  if (phrase === undefined) return [];
  const asking = new Set(contentStems(phrase));
  return query.content.flatMap(({ stem, carried }, slot) =>
    carried || asking.has(stem) || isWeak(stem) ? [] : [slot],
  );
}
