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
    const idf: number[] = [];
    let ideal = 0;
    for (const gram of new Set(query.content.flatMap(({ stem }) => [...gramsOf(stem)]))) {
      const holders = spelling.holders(gram);
      if (holders.length === 0 || holders.length > COMMONEST || idf.length >= GRAMS) continue;
      let frequency = 0;
      for (const id of holders) frequency += arrays.passageFrequency[id] ?? 0;
      const places = Math.min(frequency, arrays.population);
      const rarity = Math.log(1 + (arrays.population - places + 0.5) / (places + 0.5));
      for (const id of holders) {
        const list = listOf[id] ?? 0;
        if (list !== 0) lists[list]?.push(idf.length);
        else {
          listOf[id] = lists.push([idf.length]) - 1;
          used.push(id);
        }
      }
      idf.push(rarity);
      ideal += rarity;
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
      counts.fill(0, 0, idf.length);
      const [start, end] = bodyRange(arrays, passage);
      const titleFrom = arrays.titleStart[passage] ?? 0;
      const titleEnd = arrays.titleStart[passage + 1] ?? 0;
      scan(arrays.terms, start, end, 1);
      scan(arrays.titleTerms, titleFrom, titleEnd, BM25.titleTimes);
      const relative = (end - start + (titleEnd - titleFrom) * BM25.titleTimes) / mean;
      let score = 0;
      for (let gram = 0; gram < idf.length; gram++) {
        score += (idf[gram] ?? 0) * saturate(counts[gram] ?? 0, relative, BM25.passageB);
      }
      return score / ideal;
    };
  };
}
