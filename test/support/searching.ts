import { PUBLIC } from "../../src/access.ts";
import { readPages } from "../../src/knowledge/read-pages.ts";
import type { Knowledge } from "../../src/knowledge/read-pages.ts";
import { readSynonyms } from "../../src/knowledge/synonym-file.ts";
import { passageOf } from "../../src/knowledge/compact.ts";
import { openArrays } from "../../src/search/arrays.ts";
import type { Arrays } from "../../src/search/arrays.ts";
import { queryTerms } from "../../src/search/query-terms.ts";
import type { Carried, QueryTerms } from "../../src/search/query-terms.ts";
import { createSlotTable } from "../../src/search/slots.ts";
import type { Slots } from "../../src/search/slots.ts";
import { buildSearcher } from "../../src/search/searcher.ts";
import type { Searcher } from "../../src/search/searcher.ts";
import { buildSpelling } from "../../src/search/spelling.ts";
import { thesaurus } from "../../src/search/thesaurus.ts";
import { synonymsOf } from "../../src/search/synonyms.ts";
import type { Passage } from "../../src/types.ts";

/** What a question is read with besides the pages. */
interface Reading {
  /** `synonyms.yaml` as text. */
  readonly synonyms?: string;
  readonly isWord?: (word: string) => boolean;
  readonly mayKnow?: (id: number) => boolean;
  /** An earlier question of the conversation. */
  readonly carried?: Carried;
}

/** Pages by path, read as in production. */
export function knowledgeOf(pages: Readonly<Record<string, string>>): Knowledge {
  return readPages({
    pages: Object.entries(pages).map(([path, markdown]) => ({ path, markdown })),
    problems: [],
  });
}

/** The passages of pages by path, in their order. */
export function passagesIn(pages: Readonly<Record<string, string>>): Passage[] {
  return knowledgeOf(pages).passages.map(passageOf);
}

/** A search over pages by path. */
export function searcherOf(pages: Readonly<Record<string, string>>): Searcher {
  const { corpus, passages, synonyms } = knowledgeOf(pages);
  const isPublic = Uint8Array.from(passages, ({ audience }) => Number(audience.includes(PUBLIC)));
  return buildSearcher(corpus, isPublic, synonymsOf(synonyms));
}

/** One page a text, each with a heading of its own that no question names. */
export function arraysOf(...texts: readonly string[]): Arrays {
  const pages = Object.fromEntries(texts.map((text, at) => [`p${at}.md`, `# Zz${at}\n\n${text}`]));
  return openArrays(knowledgeOf(pages).corpus);
}

/** A question as terms of these arrays; where nothing else is said, everybody knows every word, and no other is English. */
export function termsFor(
  arrays: Arrays,
  question: string,
  { synonyms = "[]", isWord = () => false, mayKnow = () => true, carried }: Reading = {},
): QueryTerms {
  const sources = {
    arrays,
    spelling: buildSpelling(arrays.vocabulary, arrays.passageFrequency),
    synonyms: synonymsOf(readSynonyms(synonyms).groups),
    thesaurus: thesaurus(),
    isWord,
    mayKnow,
  };
  return queryTerms(question, sources, carried);
}

/** A question laid over the vocabulary. */
export function slotsFor(arrays: Arrays, question: string, reading?: Reading): Slots {
  return createSlotTable(arrays)(termsFor(arrays, question, reading));
}
