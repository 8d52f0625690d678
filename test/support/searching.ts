import { readPages } from "../../src/knowledge/read-pages.ts";
import type { Knowledge } from "../../src/knowledge/read-pages.ts";
import { buildArrays } from "../../src/search/arrays.ts";
import type { Arrays } from "../../src/search/arrays.ts";
import { queryTerms } from "../../src/search/query-terms.ts";
import type { QueryTerms } from "../../src/search/query-terms.ts";
import { createSlotTable } from "../../src/search/slots.ts";
import type { Slots } from "../../src/search/slots.ts";
import { buildSpelling } from "../../src/search/spelling.ts";
import { NO_SYNONYMS } from "../../src/search/synonyms.ts";

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

/** A question as terms of these arrays, everybody knowing every word. */
export function termsFor(arrays: Arrays, question: string): QueryTerms {
  const spelling = buildSpelling(arrays.vocabulary, arrays.passageFrequency);
  return queryTerms(question, {
    arrays,
    spelling,
    synonyms: NO_SYNONYMS,
    isWord: () => false,
    mayKnow: () => true,
  });
}

/** A question laid over the vocabulary. */
export function slotsFor(arrays: Arrays, question: string): Slots {
  return createSlotTable(arrays)(termsFor(arrays, question));
}
