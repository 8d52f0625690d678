import type { QueryTerms } from "../search/query-terms.ts";
import type { Vocabulary } from "../search/vocabulary.ts";

/** The question with its unknown words as they were probably meant; undefined where no word looks misspelt. */
export function didYouMean(
  question: string,
  query: QueryTerms,
  vocabulary: Vocabulary,
): string | undefined {
  let meant = question;
  for (const { word, alternatives } of query.content) {
    const correction = alternatives.find(({ why }) => why === "spelling");
    if (correction === undefined) continue;
    const likely = vocabulary.words[correction.id];
    if (likely !== undefined) meant = meant.replaceAll(word, likely);
  }
  return meant === question ? undefined : meant;
}
