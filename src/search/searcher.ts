import { openArrays, stemsOfPassage } from "./arrays.ts";
import type { Arrays } from "./arrays.ts";
import { createCandidates } from "./candidates.ts";
import type { Corpus } from "./corpus.ts";
import { declaredTerms } from "./declared-words.ts";
import { queryTerms } from "./query-terms.ts";
import type { Carried } from "./query-terms.ts";
import { createRanking } from "./ranking.ts";
import type { Ranking } from "./ranking.ts";
import { buildSearchIndex, STOP } from "./search-index.ts";
import { createSlotTable } from "./slots.ts";
import type { Slots } from "./slots.ts";
import { buildSpelling } from "./spelling.ts";
import type { Synonyms } from "./synonyms.ts";
import { thesaurus } from "./thesaurus.ts";

/** What a search found; valid only inside the call it is given to. */
export interface Search extends Ranking {
  readonly arrays: Arrays;
  readonly slots: Slots;
}

export interface Searcher {
  readonly arrays: Arrays;
  /**
   * Ranks the passages the asker may read and hands them to `use`. `carried` is an earlier question whose words count
   * less. The tables of the question are reused afterwards, so nothing of `Search` may be kept.
   */
  search<T>(
    question: string,
    options: {
      readonly mayRead: (passage: number) => boolean;
      readonly carried?: Carried | undefined;
    },
    use: (search: Search) => T,
  ): T;
}

/** Builds everything a question needs. `isPublic` is 1 for each passage that everybody may read. */
export function buildSearcher(
  corpus: Corpus,
  isPublic: Uint8Array,
  synonyms: Synonyms,
  isWord: (word: string) => boolean = () => false,
): Searcher {
  const arrays = openArrays(corpus);
  const index = buildSearchIndex(arrays.passages, (passage) => stemsOfPassage(arrays, passage));
  const spelling = buildSpelling(arrays.vocabulary, arrays.passageFrequency);
  const slotsFor = createSlotTable(arrays);
  const declared = declaredTerms(arrays);
  const candidates = createCandidates(arrays, index, declared);
  const rank = createRanking(arrays, spelling, declared);
  const everyday = thesaurus();
  const open = openStems(isPublic, arrays);
  return {
    arrays,
    search(question, { mayRead, carried }, use) {
      // What a word may stand for is looked up again and again while a question is read.
      const looked = new Map<number, boolean>();
      const mayKnow = (id: number): boolean => {
        if (open[id] === 1) return true;
        const before = looked.get(id);
        if (before !== undefined) return before;
        let known = false;
        index.visit(arrays.vocabulary.stems[id] ?? "", (passage) => {
          known = mayRead(passage);
          return known ? STOP : undefined;
        });
        looked.set(id, known);
        return known;
      };
      const slots = slotsFor(
        queryTerms(
          question,
          { arrays, spelling, synonyms, thesaurus: everyday, isWord, mayKnow },
          carried,
        ),
      );
      try {
        return use({ arrays, slots, ...rank(slots, candidates(slots, mayRead)) });
      } finally {
        slots.release();
      }
    },
  };
}

/** Which stems stand in a public passage, so that only words of restricted pages need a closer look. */
function openStems(isPublic: Uint8Array, arrays: Arrays): Uint8Array {
  const open = new Uint8Array(arrays.vocabulary.stems.length);
  if (!isPublic.includes(0)) return open.fill(1);
  for (const [number, everybody] of isPublic.entries()) {
    if (everybody === 0) continue;
    for (const id of arrays.termsOf(number)) open[id] = 1;
  }
  return open;
}
