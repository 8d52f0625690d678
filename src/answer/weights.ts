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
  {
    name: "enumerates",
    weight: 1.5,
    meaning: "several things or steps are asked for, and it lists some",
  },
  { name: "is a question", weight: -2.4, meaning: "asks instead of answering" },
  { name: "too short", weight: -0.5, meaning: "under five words" },
  { name: "length", weight: -0.1, meaning: "longer sentences match by chance" },
] as const;

export const CHOICE = {
  /** Passages that are looked into, best first. */
  looked: 10,
  /** How much of its best sentence's score a passage adds to its own before they are ordered anew. */
  evidence: 0.103,
  /** Passages whose sentences compete. */
  passages: 5,
  /** A sentence of another passage must be this much better to be preferred to the best passage's. */
  guard: 2.5,
} as const;

/**
 * Confidence: these signals, weighted and summed, through the logistic function. Fitted by `bench/fit/confidence.ts`, drawn to the
 * weights before, the bias .04 higher, so that about as many questions are answered as before; none of them knows capitals or
 * the corpus's size, so that a question typed in haste and a small folder are judged alike. What is declared, and what is
 * declared not to be answered, was weighed on the questions about the shipped knowledge, the others held.
 */
export const CONFIDENCE_BIAS = -2.72;
export const CONFIDENCE = [
  {
    name: "beyond chance",
    weight: 0.049,
    meaning:
      "rarity of the words that stand together here, beyond what so large a text holds by accident",
  },
  {
    name: "beyond chance, a word",
    weight: 0.682,
    meaning: "what stands together here beyond chance, for each word of the question",
  },
  { name: "missing", weight: 0.069, meaning: "rarity of the words that are missing here" },
  { name: "match", weight: 0.37, meaning: "how well the best passage ranks" },
  {
    name: "match, curved",
    weight: 2.982,
    meaning: "how well the best passage ranks, on a logarithmic scale",
  },
  {
    name: "match and length",
    weight: -0.282,
    meaning: "how well the best passage ranks, times the question's length",
  },
  {
    name: "question length",
    weight: -0.305,
    meaning: "longer questions say more surely what they want",
  },
  { name: "rarity", weight: -0.568, meaning: "mean rarity of the question's words" },
  { name: "clear winner", weight: 1.984, meaning: "lead of the best passage over the fifth" },
  { name: "lead", weight: 0.776, meaning: "lead of the best passage over the second" },
  {
    name: "cannot answer",
    weight: -0.922,
    meaning: "a number, a date or an amount is asked for and the sentence holds none",
  },
  { name: "declared", weight: 3.2, meaning: "likeness to a question its author declared" },
  {
    name: "declared not",
    weight: -3.2,
    meaning: "likeness to a question its author says the page does not answer",
  },
  {
    name: "refused",
    weight: -3.2,
    meaning:
      "nearly a question that its author says is not answered, and less like those declared here",
  },
  {
    name: "declared words",
    weight: 0.5,
    meaning: "share of the question's rarity that only what is declared for the passage holds",
  },
  {
    name: "refused words",
    weight: -3,
    meaning: "share of it that only the questions hold which its page does not answer",
  },
] as const;

/** Answers are given from here on; `ANSWER_THRESHOLD` overrides it. */
export const THRESHOLD = 0.4;
