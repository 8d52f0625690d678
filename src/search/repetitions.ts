import type { QueryTerms } from "./query-terms.ts";

/** The larger, the more it tells that a word is said again; from 1 to 16 are about as good. */
const CALM = 4;

/**
 * How much it tells of what a passage is about that content word `word` is said `times` there, whatever the passage's length:
 * ln(1 + times · o) / ln(1 + o), where o = e^idf / 4; 1 for once. A common word gains more by being said again than a rare one,
 * which has told nearly all at once (a smoothed language model's query likelihood without its length; Zhai, Lafferty 2004).
 */
export function repetitions({
  content,
}: Pick<QueryTerms, "content">): (word: number, times: number) => number {
  const odds = content.map(({ idf }) => Math.exp(idf) / CALM);
  const once = odds.map((one) => Math.log1p(one));
  return (word, times) =>
    times === 0 ? 0 : Math.log1p(times * (odds[word] ?? 0)) / (once[word] ?? 1);
}
