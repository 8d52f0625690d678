import { createRequire } from "node:module";
import type { BuildIndex } from "./engine.ts";

/** What is used of wink's packages, which come without types. */
interface WinkIndex {
  defineConfig(config: { fldWeights: Record<string, number> }): void;
  definePrepTasks(tasks: readonly ((input: never) => unknown)[]): void;
  addDoc(fields: object, id: number): void;
  consolidate(): void;
  search(text: string, limit: number): [id: string, score: number][];
}

interface WinkUtilities {
  readonly string: Readonly<Record<"lowerCase" | "tokenize0", (text: never) => unknown>>;
  readonly tokens: Readonly<
    Record<"removeWords" | "stem" | "propagateNegations", (tokens: never) => unknown>
  >;
}

const require = createRequire(import.meta.url);

/** wink's BM25, prepared as its documentation shows. */
export const wink: BuildIndex = (sections) => {
  const createIndex = require("wink-bm25-text-search") as () => WinkIndex;
  const { string, tokens } = require("wink-nlp-utils") as WinkUtilities;
  const index = createIndex();
  index.defineConfig({ fldWeights: { title: 2, text: 1 } });
  index.definePrepTasks([
    string.lowerCase,
    string.tokenize0,
    tokens.removeWords,
    tokens.stem,
    tokens.propagateNegations,
  ]);
  for (const [id, section] of sections.entries()) index.addDoc(section, id);
  index.consolidate();
  return (question, limit) => index.search(question, limit).map(([id]) => Number(id));
};
