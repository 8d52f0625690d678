import type { QueryTerms } from "../search/query-terms.ts";
import { wordsOf } from "../search/terms.ts";
import type { Vocabulary } from "../search/vocabulary.ts";

/** Nobody reads through more to find a slip. */
const LONGEST = 300;

/**
 * The question as it was probably meant: its slips put right, and its unknown words as a page writes those that they were taken
 * for. Undefined where no word looks misspelt but small ones, and for a text that is long.
 */
export function didYouMean(query: QueryTerms, vocabulary: Vocabulary): string | undefined {
  const written = new Map<string, string>();
  for (const { word, alternatives, carried } of query.content) {
    if (carried) continue;
    const correction = alternatives.find(({ why }) => why === "spelling");
    const likely = correction && vocabulary.words[correction.id];
    if (likely === undefined) continue;
    written.set(word.toLowerCase(), likely);
    written.set(likely.toLowerCase(), likely); // a slip is put right in the text already
  }
  if (written.size === 0 || query.text.length > LONGEST) return undefined;
  const pieces: string[] = [];
  let end = 0;
  for (const { text, start } of wordsOf(query.text)) {
    pieces.push(query.text.slice(end, start), written.get(text.toLowerCase()) ?? text);
    end = start + text.length;
  }
  return pieces.join("") + query.text.slice(end);
}
