import { bodyRange } from "./arrays.ts";
import type { Arrays } from "./arrays.ts";
import { saturate } from "./candidates.ts";
import type { Slots } from "./slots.ts";
import { gramsOf } from "./spelling.ts";
import type { Spelling } from "./spelling.ts";
import { BM25, LIMITS } from "./weights.ts";

/** Grams that more stems share (`tion`) tell nothing and would cost most. */
const COMMONEST = 4_000;
/** Grams of a question that are scored. */
const GRAMS = 8 * LIMITS.terms;

/**
 * BM25 over character 4-grams, over the question's ideal: compounds, names and misspellings share letters where they share
 * no stem (McNamee, Mayfield 2004). The passages are not indexed by grams; a table of the vocabulary tells which stems hold
 * which of the question's, so that a passage is scored by looking each of its words up.
 *
 * Of a word w with grams G, each g ∈ G weighs idf(w) · idf(g) / √Σ idf(G): a rare word counts more than a common one, and a long
 * one more than a short one by no more than the root of its grams ("gym" is not lost beside "company").
 */
export function createLetters(
  arrays: Arrays,
  spelling: Spelling,
): (slots: Slots) => (passage: number) => number {
  const { vocabulary } = arrays;
  /** Per stem: where its grams begin in `lists`, 0 for none. Filled for one question, emptied for the next. */
  const listOf = new Int32Array(vocabulary.stems.length);
  let lists: number[][] = [];
  const used: number[] = [];
  const counts = new Float64Array(GRAMS);
  const mean = arrays.meanLength + arrays.meanTitleLength * BM25.titleTimes;

  return ({ query }) => {
    for (const id of used) listOf[id] = 0;
    used.length = 0;
    lists = [[]];
    const rarities: number[] = [];
    const known = new Map<string, number>();
    const words = query.content.map(({ stem, idf }) => {
      const grams = [...gramsOf(stem)].map(numberOf).filter((gram) => gram >= 0);
      return { idf, grams, all: grams.reduce((sum, gram) => sum + (rarities[gram] ?? 0), 0) };
    });
    const weights = new Float64Array(rarities.length);
    let ideal = 0;
    for (const { idf, grams, all } of words) {
      for (const gram of grams) {
        const weight = (idf * (rarities[gram] ?? 0)) / Math.sqrt(all);
        weights[gram] = (weights[gram] ?? 0) + weight;
        ideal += weight;
      }
    }

    /** The number of a gram that is scored, and -1 for one that is not. */
    function numberOf(gram: string): number {
      const before = known.get(gram);
      if (before !== undefined) return before;
      const holders = spelling.holders(gram);
      const isScored = holders.length > 0 && holders.length <= COMMONEST && rarities.length < GRAMS;
      const number = isScored ? rarities.length : -1;
      known.set(gram, number);
      if (!isScored) return number;
      let frequency = 0;
      for (const id of holders) {
        frequency += arrays.passageFrequency[id] ?? 0;
        const list = listOf[id] ?? 0;
        if (list !== 0) lists[list]?.push(number);
        else {
          listOf[id] = lists.push([number]) - 1;
          used.push(id);
        }
      }
      const places = Math.min(frequency, arrays.population);
      rarities.push(Math.log(1 + (arrays.population - places + 0.5) / (places + 0.5)));
      return number;
    }

    function scan(terms: Int32Array, from: number, to: number, times: number): void {
      for (let at = from; at < to; at++) {
        const list = listOf[terms[at] ?? 0] ?? 0;
        if (list === 0) continue;
        for (const gram of lists[list] ?? []) counts[gram] = (counts[gram] ?? 0) + times;
      }
    }

    return (passage) => {
      if (ideal === 0) return 0;
      counts.fill(0, 0, weights.length);
      const [start, end] = bodyRange(arrays, passage);
      const titleFrom = arrays.titleStart[passage] ?? 0;
      const titleEnd = arrays.titleStart[passage + 1] ?? 0;
      scan(arrays.terms, start, end, 1);
      scan(arrays.titleTerms, titleFrom, titleEnd, BM25.titleTimes);
      const relative = (end - start + (titleEnd - titleFrom) * BM25.titleTimes) / mean;
      let score = 0;
      for (let gram = 0; gram < weights.length; gram++) {
        score += (weights[gram] ?? 0) * saturate(counts[gram] ?? 0, relative, BM25.passageB);
      }
      return score / ideal;
    };
  };
}
