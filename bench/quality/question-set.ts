/** A corpus entry: one page of the knowledge under test. */
export interface Entry {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

/** A question with what answers it. No `gold`: the corpus holds no answer, and silence is right. */
export interface SetQuestion {
  readonly id: string;
  readonly text: string;
  /** Entries that answer, with their grade (1 where there is only one). */
  readonly gold: ReadonlyMap<string, number>;
  /** Texts of which the answer must hold one; empty where the set has none. */
  readonly texts: readonly string[];
}

/** A corpus with its questions. */
export interface QuestionSet {
  readonly name: string;
  readonly entries: readonly Entry[];
  readonly questions: readonly SetQuestion[];
}
