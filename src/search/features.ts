import { bodyRange } from "./arrays.ts";
import type { Arrays } from "./arrays.ts";
import { saturate } from "./candidates.ts";
import type { Slots } from "./slots.ts";
import { BM25, LIMITS } from "./weights.ts";

/** What one scan over a passage's words gathers. Reused: read it before the next scan. */
export interface Scan {
  /** Occurrences of each content word in the body and in the headings. */
  readonly body: Float64Array;
  readonly title: Float64Array;
  readonly soft: Float64Array;
  /** BM25 of the best two neighbouring sentences, over the question's ideal. */
  bestPair: number;
  /** The largest share of the question's rarity that a single sentence holds. */
  sentenceCovered: number;
  bodyLength: number;
  titleLength: number;
}

/** A scanner over one corpus. Linear in the passage's length; allocates nothing. */
export function createScanner(arrays: Arrays): (slots: Slots, passage: number) => Scan {
  const room = LIMITS.terms + 1;
  const scan: Scan = {
    body: new Float64Array(room),
    title: new Float64Array(room),
    soft: new Float64Array(room),
    bestPair: 0,
    sentenceCovered: 0,
    bodyLength: 0,
    titleLength: 0,
  };
  const current = new Float64Array(room);
  const before = new Float64Array(room);

  return (slots, passage) => {
    const { query, slotOf, weightOf, alsoOf } = slots;
    const anyAlso = alsoOf.size > 0;
    const words = query.content.length;
    scan.body.fill(0, 0, words);
    scan.title.fill(0, 0, words);
    scan.soft.fill(0, 0, query.soft.length);
    scan.bestPair = 0;
    scan.sentenceCovered = 0;

    const titleFrom = arrays.titleStart[passage] ?? 0;
    const titleEnd = arrays.titleStart[passage + 1] ?? 0;
    for (let at = titleFrom; at < titleEnd; at++) note(arrays.titleTerms[at] ?? 0, scan.title);

    const [start, end] = bodyRange(arrays, passage);
    before.fill(0, 0, words);
    let lengthBefore = 0;
    const last = arrays.firstSentence[passage + 1] ?? 0;
    for (let sentence = arrays.firstSentence[passage] ?? 0; sentence < last; sentence++) {
      const from = arrays.sentenceStart[sentence] ?? 0;
      const to = arrays.sentenceStart[sentence + 1] ?? 0;
      current.fill(0, 0, words);
      for (let at = from; at < to; at++) note(arrays.terms[at] ?? 0, current);
      scan.bestPair = Math.max(
        scan.bestPair,
        windowScore(current, before, to - from + lengthBefore),
      );
      let covered = 0;
      for (let slot = 0; slot < words; slot++) {
        covered += (query.content[slot]?.idf ?? 0) * Math.min(1, current[slot] ?? 0);
        scan.body[slot] = (scan.body[slot] ?? 0) + (current[slot] ?? 0);
        before[slot] = current[slot] ?? 0;
      }
      scan.sentenceCovered = Math.max(scan.sentenceCovered, covered);
      lengthBefore = to - from;
    }
    scan.bodyLength = end - start;
    scan.titleLength = titleEnd - titleFrom;
    scan.sentenceCovered /= Math.max(query.ideal, 1e-9);
    return scan;

    function note(term: number, counts: Float64Array): void {
      const slot = slotOf[term] ?? 0;
      if (slot === 0) return;
      const weight = weightOf[term] ?? 0;
      if (slot < 0) scan.soft[-slot - 1] = (scan.soft[-slot - 1] ?? 0) + weight;
      else {
        counts[slot - 1] = (counts[slot - 1] ?? 0) + weight;
        const also = anyAlso ? alsoOf.get(term) : undefined;
        if (also !== undefined) for (const one of also) counts[one] = (counts[one] ?? 0) + weight;
      }
    }

    /** BM25 of a window of sentences with sentence rarities; words of the heading count as standing in it. */
    function windowScore(one: Float64Array, other: Float64Array, length: number): number {
      const relative = length / arrays.meanSentenceLength;
      let score = 0;
      for (let slot = 0; slot < words; slot++) {
        const inTitle = (scan.title[slot] ?? 0) > 0 ? 1 : 0;
        const frequency = (one[slot] ?? 0) + (other[slot] ?? 0) + inTitle;
        score +=
          (query.content[slot]?.sentenceIdf ?? 0) * saturate(frequency, relative, BM25.sentenceB);
      }
      return score / Math.max(query.sentenceIdeal, 1e-9);
    }
  };
}
