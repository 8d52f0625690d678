import { createRequire } from "node:module";
import lunr from "lunr";
import MiniSearch from "minisearch";
import { stemOf, wordsOf } from "../../src/search/terms.ts";
import { QUESTION_WORDS, STOP_WORDS } from "../../src/search/words.ts";
import type { Ranking } from "./figures.ts";
import type { Entry, QuestionSet } from "./question-set.ts";

/** Another engine over the same entries: the question's best ten, best first. */
type OtherEngine = (question: string) => readonly string[];

const DEPTH = 10;

/** The engines that somebody could pick instead, each built for the set and asked all its questions. */
export function askOthers(
  set: QuestionSet,
): { readonly engine: string; readonly rankings: readonly Ranking[] }[] {
  const builders: readonly (readonly [string, (entries: readonly Entry[]) => OtherEngine])[] = [
    ["MiniSearch", miniSearch],
    ["MiniSearch tuned", tunedMiniSearch],
    ["lunr", lunrIndex],
    ["wink BM25", winkBm25],
  ];
  return builders.map(([engine, build]) => {
    const ask = build(set.entries);
    return {
      engine,
      rankings: set.questions.map((question) => ({ question, ranking: ask(question.text) })),
    };
  });
}

function miniSearch(entries: readonly Entry[]): OtherEngine {
  const index = new MiniSearch<Entry>({ fields: ["title", "text"] });
  index.addAll(entries);
  return (question) =>
    index
      .search(question)
      .slice(0, DEPTH)
      .map(({ id }) => String(id));
}

/** Stop words, stems, the title one and a half times: what its documentation invites to. */
function tunedMiniSearch(entries: readonly Entry[]): OtherEngine {
  const index = new MiniSearch<Entry>({
    fields: ["title", "text"],
    processTerm: (term) => {
      const lower = term.toLowerCase();
      return STOP_WORDS.has(lower) || QUESTION_WORDS.has(lower) ? null : stemOf(lower);
    },
    searchOptions: { boost: { title: 1.5 } },
  });
  index.addAll(entries);
  return (question) =>
    index
      .search(question)
      .slice(0, DEPTH)
      .map(({ id }) => String(id));
}

function lunrIndex(entries: readonly Entry[]): OtherEngine {
  const index = lunr((builder) => {
    builder.ref("id");
    builder.field("title");
    builder.field("text");
    for (const entry of entries) builder.add(entry);
  });
  return (question) =>
    index
      .query((query) => {
        // Word by word: as text, lunr would read colons and stars as its own syntax.
        for (const { text } of wordsOf(question)) query.term(text.toLowerCase(), {});
      })
      .slice(0, DEPTH)
      .map(({ ref }) => ref);
}

interface Wink {
  defineConfig(config: object): void;
  definePrepTasks(tasks: readonly unknown[]): void;
  addDoc(fields: object, id: string): void;
  consolidate(): void;
  search(text: string, limit: number): readonly (readonly [id: string, score: number])[];
}

function winkBm25(entries: readonly Entry[]): OtherEngine {
  const require = createRequire(import.meta.url); // neither package has types
  const engine = (require("wink-bm25-text-search") as () => Wink)();
  const words = require("wink-nlp-utils") as {
    string: Record<string, unknown>;
    tokens: Record<string, unknown>;
  };
  engine.defineConfig({ fldWeights: { title: 1, text: 1 } });
  engine.definePrepTasks([
    words.string["lowerCase"],
    words.string["tokenize0"],
    words.tokens["removeWords"],
    words.tokens["stem"],
    words.tokens["propagateNegations"],
  ]);
  // wink refuses fields without a word.
  for (const { id, title, text } of entries)
    engine.addDoc({ title: title || "untitled", text: text || "empty" }, id);
  engine.consolidate();
  return (question) => engine.search(question, DEPTH).map(([id]) => id);
}
