import { plainText } from "../../src/plain-text.ts";
import { sentencesOf } from "../../src/knowledge/sentences.ts";
import type { Engine } from "./engine.ts";
import { sentenceGiven } from "./engine.ts";
import { entryNumber } from "./entry-pages.ts";
import { holdsGold } from "./gold-text.ts";
import type { QuestionSet, SetQuestion } from "./question-set.ts";

/** What became of one question. */
export interface Asked {
  readonly question: SetQuestion;
  /** Entries, best first, each once. */
  readonly ranking: readonly string[];
  readonly confidence: number;
  readonly answered: boolean;
  /** The entry of the passage that was chosen, whether it was shown or not. */
  readonly chosen: string | undefined;
  /** Whether what was chosen holds a gold text: the sentence, with the one after it, and all that would be shown. */
  readonly sentence: boolean;
  readonly withNext: boolean;
  /** The same when the passages that answer are told. */
  readonly given: boolean;
  readonly givenWithNext: boolean;
  readonly shown: boolean;
  readonly ms: number;
}

const DEPTH = 20;

/** Asks every question of a set. */
export function askAll(engine: Engine, set: QuestionSet): Asked[] {
  const entryOf = (passage: number): string =>
    set.entries[entryNumber(engine.passages[passage]?.page ?? "")]?.id ?? "";
  const passagesOf = Map.groupBy(engine.passages.keys(), entryOf);
  return set.questions.map((question) => {
    const { ms, value } = engine.ask(question.text, (decision, search) => {
      const { choice, outcome } = decision;
      const texts = question.texts;
      const sentences =
        choice === undefined ? [] : sentencesOf(engine.passages[choice.chosen.passage]?.body ?? []);
      const chosen = choice?.chosen.sentence.text ?? "";
      const next = choice === undefined ? "" : (sentences[choice.chosen.index + 1]?.text ?? "");
      const told = [...question.gold.keys()].flatMap((id) => passagesOf.get(id) ?? []);
      const given =
        texts.length === 0 || told.length === 0
          ? undefined
          : sentenceGiven(engine, search, question.text, told);
      return {
        question,
        ranking: [...new Set(decision.ranked.map(({ passage }) => entryOf(passage)))].slice(
          0,
          DEPTH,
        ),
        confidence: outcome.confidence,
        answered: outcome.kind === "found",
        chosen: choice === undefined ? undefined : entryOf(choice.chosen.passage),
        sentence: holdsGold(chosen, texts),
        withNext:
          holdsGold(`${chosen} ${next}`, texts) ||
          holdsGold(chosen, texts) ||
          holdsGold(next, texts),
        given: given !== undefined && holdsGold(given.sentence, texts),
        givenWithNext:
          given !== undefined &&
          (holdsGold(given.sentence, texts) ||
            holdsGold(given.next, texts) ||
            holdsGold(`${given.sentence} ${given.next}`, texts)),
        shown: outcome.kind === "found" && holdsGold(plainText(outcome.body), texts),
      };
    });
    return { ...value, ms };
  });
}
