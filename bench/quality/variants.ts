import type { QuestionSet, SetQuestion } from "./question-set.ts";
import { seeded, shuffled } from "./seeded.ts";
import type { Random } from "./seeded.ts";

const DELETED = 0.3;

/**
 * The set with 30 % of the entries that answer something deleted: a question that loses all of its gold must meet
 * silence, although the corpus is still about its subject.
 */
export function withoutSomeGold(set: QuestionSet, seed: number): QuestionSet {
  const golden = [...new Set(set.questions.flatMap(({ gold }) => [...gold.keys()]))].toSorted();
  const gone = new Set(
    shuffled(golden, seeded(seed)).slice(0, Math.round(golden.length * DELETED)),
  );
  return {
    ...set,
    entries: set.entries.filter(({ id }) => !gone.has(id)),
    questions: set.questions
      .filter(({ gold }) => gold.size > 0)
      .map((question): SetQuestion => {
        const gold = new Map([...question.gold].filter(([id]) => !gone.has(id)));
        return { ...question, gold, texts: gold.size === 0 ? [] : question.texts };
      }),
  };
}

const LETTERS = "abcdefghijklmnopqrstuvwxyz";
const SHORTEST = 4;

/** The set with one slip of the finger in each question: a letter lost, doubled, changed or swapped in one longer word. */
export function withTypos(set: QuestionSet, seed: number): QuestionSet {
  const random = seeded(seed);
  return {
    ...set,
    questions: set.questions.map((question) => ({
      ...question,
      text: withTypo(question.text, random),
    })),
  };
}

export function withTypo(text: string, random: Random): string {
  const words = [...text.matchAll(/\p{L}+/gu)].filter(([word]) => word.length >= SHORTEST);
  const chosen = words[Math.floor(random() * words.length)];
  if (chosen === undefined) return text;
  const at = chosen.index + 1 + Math.floor(random() * (chosen[0].length - 2));
  const before = text.slice(0, at);
  const letter = text.charAt(at);
  const after = text.slice(at + 1);
  switch (Math.floor(random() * 4)) {
    case 0:
      return before + after;
    case 1:
      return before + letter + letter + after;
    case 2:
      return before + (LETTERS[Math.floor(random() * LETTERS.length)] ?? "") + after;
    default:
      return before + after.charAt(0) + letter + after.slice(1);
  }
}
