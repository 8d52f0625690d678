import { englishWords } from "../../adapters/node/english-words.ts";
import { decide } from "../../src/answer/answering.ts";
import type { Decision } from "../../src/answer/answering.ts";
import { chooseSentence } from "../../src/answer/choose.ts";
import { readQuestion } from "../../src/answer/question.ts";
import { byItself } from "../../src/answer/reading.ts";
import { passageOf } from "../../src/knowledge/compact.ts";
import { readPages } from "../../src/knowledge/read-pages.ts";
import type { Page, Pages } from "../../src/index.ts";
import { sentencesOf } from "../../src/knowledge/sentences.ts";
import { buildSearcher } from "../../src/search/searcher.ts";
import type { Search } from "../../src/search/searcher.ts";
import { buildSuggest } from "../../src/search/suggest.ts";
import { synonymsOf } from "../../src/search/synonyms.ts";
import { suggestables } from "../../src/suggestables.ts";
import type { Passage } from "../../src/types.ts";

/** What a snapshot does with a question, with everything it decided laid open. */
export interface Engine {
  readonly passages: readonly Passage[];
  readonly buildMs: number;
  /** Hands the decision and the search to `use` and says how long deciding took. */
  ask<T>(
    question: string,
    use: (decision: Decision, search: Search) => T,
  ): { readonly ms: number; readonly value: T };
}

/**
 * Builds what `buildSnapshot` builds, from the same parts, and keeps the parts within reach. `threshold` as shipped
 * unless given.
 */
export function buildEngine(pages: readonly Page[], threshold: number, synonyms?: string): Engine {
  const began = performance.now();
  const source: Pages = { pages, problems: [], ...(synonyms === undefined ? {} : { synonyms }) };
  const knowledge = readPages(source);
  const passages = knowledge.passages.map(passageOf);
  const everybody = new Uint8Array(passages.length).fill(1);
  const groups = synonymsOf(knowledge.synonyms);
  const searcher = buildSearcher(knowledge.corpus, everybody, groups, englishWords());
  buildSuggest(suggestables(knowledge.declared, passages));
  const buildMs = performance.now() - began;
  return {
    passages,
    buildMs,
    ask(question, use) {
      const asked = performance.now();
      return searcher.search(question, { mayRead: () => true }, (search) => {
        const decision = decide(searcher, passages, byItself(question), search, threshold);
        return { ms: performance.now() - asked, value: use(decision, search) };
      });
    },
  };
}

/** The sentence the extractor chooses when it is told the passages that answer. */
export function sentenceGiven(
  engine: Engine,
  { arrays, slots, ranked }: Search,
  question: string,
  numbers: readonly number[],
): { readonly sentence: string; readonly next: string } | undefined {
  const [any] = ranked;
  if (any === undefined) return undefined;
  const unranked = { ...any, score: 0, signals: new Float64Array(any.signals.length) };
  const told = numbers.map(
    (passage) => ranked.find((one) => one.passage === passage) ?? { ...unranked, passage },
  );
  const sentences = new Map(
    numbers.map((number) => [number, sentencesOf(engine.passages[number]?.body ?? [])]),
  );
  const choice = chooseSentence(
    arrays,
    slots,
    { ...readQuestion(question), text: question },
    told.toSorted((a, b) => b.score - a.score),
    (number) => sentences.get(number) ?? [],
  );
  if (choice === undefined) return undefined;
  const all = sentences.get(choice.chosen.passage) ?? [];
  return { sentence: choice.chosen.sentence.text, next: all[choice.chosen.index + 1]?.text ?? "" };
}
