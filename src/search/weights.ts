/**
 * Every constant of retrieval, with its meaning and where it comes from. One configuration for every corpus: each signal
 * is divided by the question's own ideal, so nothing here depends on a corpus's size or style.
 * `bench/quality.ts` measures a change; `docs/quality.md` holds the figures.
 */

/** Bounds that keep the cost of any question the same. */
export const LIMITS = {
  /** Characters of a question that are read. */
  questionLength: 4_000,
  /** Unique content words that are scored. */
  terms: 32,
  /** Postings that may be visited for candidates; twice as many in a small corpus, where they are cheap. */
  postings: 2_000,
  smallCorpus: 20_000,
  /** Candidates after the first stage (BM25) and before the second. */
  firstStage: 1_000,
  secondStage: 60,
  /**
   * Of these the best so many are ranked whatever they score, and the others where they score this share of the best or hold
   * every word of the question, as what is declared for it does: what is further behind never comes first. Half of the work of
   * ranking; on all sets no figure but noise moves from 0 to .5 (`bench:quality`), and at .6 stackfaq loses .008 of its nDCG.
   */
  ranked: 10,
  worthRanking: 0.4,
  /** Sentences that one passage may offer as answers. */
  sentencesAPassage: 12,
} as const;

export const TERM_WEIGHTS = {
  /** Rare words count a little more than their information (BM25's idf to this power). */
  idfPower: 1.1,
  /** Words that only say what kind of thing is asked for (`WEAK_WORDS`). */
  weak: 0.6,
  /** A declared synonym counts as this share of the word. */
  synonym: 0.9,
  /** Verbs that ask for the same thing (who invented, who created). */
  relation: 0.8,
  /** Parts of a compound whose whole the knowledge has, .1 to .3 are as good, and a whole that it does not have. */
  part: 0.3,
  whole: 0.1,
  /** Words that say about the same in everyday English (`thesaurus-families.ts`): .4 to .6 are as good. */
  everyday: 0.5,
  /** A word outside the vocabulary that is one slip of the finger from a known one. */
  slip: 0.95,
  /** A word further away is replaced by its likeliest spelling. */
  corrected: 0.7,
  /** Stems of the same family (migrate, migration) that the stemmer keeps apart. */
  similar: { weight: 0.6, atLeast: 0.5, most: 6 },
} as const;

/** BM25 (Robertson, Walker 1994): saturation k1 and length normalisation b. */
export const BM25 = { k1: 1.2, passageB: 0.7, sentenceB: 0.5, titleB: 0.5, titleTimes: 2 } as const;

/**
 * The second stage: a weighted sum of these signals orders the passages. Fitted by `bench/fit/ranking.ts` (smooth nDCG over six
 * question sets, begun at and drawn to the weights before; on sets left out better than those, too), then made smaller by a
 * quarter, so that what is found scores as it did. Optima are flat. "names" was held, since it parts the questions from
 * elsewhere; what is declared was weighed on the questions about the shipped knowledge. Signals that brought nothing on the set left
 * out are not here: the best single sentence's BM25, nearness within eight words, shares of the heading covered, words of
 * neighbouring sections, length, rarity among the candidates, letters of sentences and headings, the cosine of the passage.
 */
export const RANKING = [
  {
    name: "words",
    weight: 0.49,
    meaning: "how well the passage's words match the question's, rare ones first",
  },
  {
    name: "repeated words",
    weight: 0.13,
    meaning: "how often it says the question's words, whatever its length",
  },
  { name: "soft words", weight: 0.22, meaning: "the same for question words and small words" },
  {
    name: "best two sentences",
    weight: 0.44,
    meaning: "how well two neighbouring sentences match",
  },
  {
    name: "sentence covered",
    weight: 0.2,
    meaning: "share of the question's rarity that one sentence holds",
  },
  {
    name: "words covered",
    weight: 0.45,
    meaning: "share of the question's words that the passage or its headings hold",
  },
  { name: "names", weight: 0.37, meaning: "share of the question's names and numbers it holds" },
  {
    name: "phrases",
    weight: 0.49,
    meaning: "words that stand side by side in the question and in the passage, rare ones first",
  },
  { name: "word pairs", weight: 0.44, meaning: "the same, each pair counting the same" },
  {
    name: "phrases apart",
    weight: 0.5,
    meaning: "content words that follow each other in both, small ones between them left out",
  },
  { name: "letters", weight: 0.68, meaning: "how well the words match letter by letter" },
  { name: "heading words", weight: 0.89, meaning: "how well the headings match" },
  { name: "declared", weight: 1.6, meaning: "likeness to a question or name its author declared" },
  {
    name: "declared words",
    weight: 2,
    meaning:
      "share of the question's rarity that only what its author declared for the passage holds",
  },
] as const;

/** Where a signal stands in `RANKING`. */
export function signalAt(name: (typeof RANKING)[number]["name"]): number {
  return RANKING.findIndex((signal) => signal.name === name);
}
