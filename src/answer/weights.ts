/** Every constant of extraction and confidence, with its meaning. `bench/quality.ts` measures a change. */

/** The sentence ranker: a weighted sum of these signals chooses what is quoted. */
export const SENTENCE = [
  { name: "covered", weight: 4, meaning: "share of the question's rarity the sentence holds" },
  { name: "new before", weight: 4.7, meaning: "what it lacks and the sentence before holds" },
  { name: "new after", weight: 1.6, meaning: "what it lacks and the sentence after holds" },
  { name: "new above", weight: 2.4, meaning: "what it lacks and its headings hold" },
  { name: "words", weight: 3.4, meaning: "share of the question's words, each counting the same" },
  { name: "telling", weight: 1.4, meaning: "words that few other sentences of the passage hold" },
  { name: "pairs", weight: 0.5, meaning: "neighbouring question words close together" },
  { name: "word pairs", weight: 1.3, meaning: "words that stand side by side in the question too" },
  { name: "small words", weight: 0.8, meaning: "share of the question's small words" },
  { name: "passage", weight: 5.75, meaning: "how well its passage ranks" },
  { name: "expected kind", weight: 0.4, meaning: "holds a year, a name, a number … as asked" },
  { name: "lacks the kind", weight: -0.4, meaning: "holds nothing of the kind asked for" },
  {
    name: "cannot answer",
    weight: -1.5,
    meaning: "a number, a date or an amount is asked for and it holds none",
  },
  { name: "asked noun", weight: 0.2, meaning: "holds the noun asked for" },
  { name: "opens", weight: 1, meaning: "opens the section, and a definition is asked for" },
  { name: "defines", weight: 4, meaning: "says what the thing asked for is" },
  { name: "is a question", weight: -2.4, meaning: "asks instead of answering" },
  { name: "too short", weight: -0.5, meaning: "under five words" },
  { name: "length", weight: -0.1, meaning: "longer sentences match by chance" },
] as const;

export const CHOICE = {
  /** Passages that are looked into, best first. */
  looked: 10,
  /** How much of its best sentence's score a passage adds to its own before they are ordered anew. */
  evidence: 0.13,
  /** Passages whose sentences compete. */
  passages: 5,
  /** A sentence of another passage must be this much better to be preferred to the best passage's. */
  guard: 0.5,
} as const;

/** Confidence: these signals, weighted and summed, through the logistic function. */
export const CONFIDENCE_BIAS = -8.71;
export const CONFIDENCE = [
  {
    name: "held together",
    weight: 3.14,
    meaning: "share of the question that the sentence, its neighbours and headings hold",
  },
  {
    name: "lead over others",
    weight: 0.288,
    meaning: "how much better the sentence is than any of another passage",
  },
  {
    name: "question length",
    weight: 1.31,
    meaning: "longer questions say more surely what they want",
  },
  {
    name: "held by passage",
    weight: 1.14,
    meaning: "share of the question that the passage holds",
  },
  { name: "close pairs", weight: 0.82, meaning: "neighbouring question words close together" },
  { name: "clear winner", weight: 2.35, meaning: "lead of the best passage over the fifth" },
  {
    name: "held together, cubed",
    weight: -1.46,
    meaning: "corrects the first signal where nearly all is held",
  },
  { name: "match", weight: 3.58, meaning: "score over the best score this question could reach" },
  { name: "rarest word", weight: 0.94, meaning: "rarity of the question's rarest word" },
  {
    name: "negation differs",
    weight: -0.34,
    meaning: "the question is negated and the sentence is not, or the other way round",
  },
  { name: "all in one", weight: -0.14, meaning: "one sentence holds every word" },
  { name: "sentence score", weight: -0.04, meaning: "the sentence ranker's score" },
  { name: "declared", weight: 3, meaning: "likeness to a question its author declared" },
] as const;

/** Answers are given from here on; `ANSWER_THRESHOLD` overrides it. */
export const THRESHOLD = 0.5;
/** In channels where Docent answers unasked it must be this sure. */
export const AUTO_THRESHOLD = 0.85;
