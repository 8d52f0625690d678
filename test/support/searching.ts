import { readPages } from "../../src/knowledge/read-pages.ts";
import type { Knowledge } from "../../src/knowledge/read-pages.ts";
import { buildArrays } from "../../src/search/arrays.ts";
import type { Arrays } from "../../src/search/arrays.ts";
import { queryTerms } from "../../src/search/query-terms.ts";
import type { Carried, QueryTerms } from "../../src/search/query-terms.ts";
import { createSlotTable } from "../../src/search/slots.ts";
import type { Slots } from "../../src/search/slots.ts";
import { buildSpelling } from "../../src/search/spelling.ts";
import { thesaurus } from "../../src/search/thesaurus.ts";
import { NO_SYNONYMS, parseSynonyms } from "../../src/search/synonyms.ts";

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

/** One page a text, each with a heading of its own that no question names. */
export function arraysOf(...texts: readonly string[]): Arrays {
  const pages = Object.fromEntries(texts.map((text, at) => [`p${at}.md`, `# Zz${at}\n\n${text}`]));
  return buildArrays(knowledgeOf(pages).indexed);
}

/** A question as terms of these arrays; where nothing else is said, everybody knows every word, and no other is English. */
export function termsFor(
  arrays: Arrays,
  question: string,
  { synonyms, isWord = () => false, mayKnow = () => true, carried }: Reading = {},
): QueryTerms {
  const sources = {
    arrays,
    spelling: buildSpelling(arrays.vocabulary, arrays.passageFrequency),
    synonyms: synonyms === undefined ? NO_SYNONYMS : parseSynonyms(synonyms).synonyms,
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
