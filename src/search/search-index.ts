import MiniSearch from "minisearch";

/** The inverted index: which passages hold a stem. MiniSearch brings candidates; it does not order them. */
export interface SearchIndex {
  /**
   * Calls `visit` with the passages that hold the stem, in their order, until it answers `STOP`. MiniSearch's `boostDocument` serves as
   * a visitor of postings: it returns 0, so that no result object is ever built, merged or sorted (about a tenth of the
   * usual cost).
   */
  visit(stem: string, visit: (passage: number) => typeof STOP | undefined): void;
}

/** No more passages are wanted. */
export const STOP = Symbol("stop");

interface Entry {
  readonly id: number;
  readonly stems: readonly string[];
}

/** Indexes passages 0 … `passages` - 1, each by its unique content stems. */
export function buildSearchIndex(
  passages: number,
  stemsOf: (passage: number) => readonly string[],
): SearchIndex {
  const index = new MiniSearch<Entry>({
    fields: ["stems"],
    // Terms arrive ready-made: the array passes through where MiniSearch expects text.
    stringifyField: (value) => value as string,
    tokenize: (value) => value as unknown as string[],
    processTerm: (term) => term,
    searchOptions: { tokenize: (text) => [text] },
  });
  for (let id = 0; id < passages; id++) index.add({ id, stems: stemsOf(id) });
  return {
    visit(stem, visit) {
      try {
        index.search(stem, {
          boostDocument: (id: number) => {
            // MiniSearch knows no other way to end a search, and changes nothing while it searches.
            if (visit(id) === STOP) throw STOP;
            return 0;
          },
        });
      } catch (error) {
        if (error !== STOP) throw error;
      }
    },
  };
}
