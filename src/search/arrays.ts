import { PUBLIC } from "../access.ts";
import { sentencesOf } from "../knowledge/sentences.ts";
import type { Passage } from "../types.ts";
import { askingHeading, ASKING_HEADING_WEIGHT } from "./asking-heading.ts";
import { standaloneFormOf, withoutForm } from "./form-words.ts";
import { unframed } from "./framing.ts";
import { createNumbers } from "./numbers.ts";
import type { Numbers } from "./numbers.ts";
import { createTally } from "./tally.ts";
import { createWordings } from "./verbatim.ts";
import type { Wordings } from "./verbatim.ts";
import { createVocabulary } from "./vocabulary.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** A passage with the words its author declared for it. */
export interface IndexedPassage {
  readonly passage: Passage;
  /** Questions declared for this very passage. */
  readonly questions: readonly string[];
  /** Questions and other names declared for its whole page. */
  readonly pageNames: readonly string[];
  /** Questions its page must not be used for. */
  readonly never: readonly string[];
}

/**
 * The corpus as numbers, built in one pass over its words. Offsets follow the usual scheme: the entries of `i` are
 * `values[start[i]] … values[start[i + 1] - 1]`.
 */
export interface Arrays {
  readonly vocabulary: Vocabulary;
  readonly passages: number;
  /** Every term of every body, in order; a row's column headers stand behind the row. */
  readonly terms: Int32Array;
  readonly sentenceStart: Int32Array;
  readonly firstSentence: Int32Array;
  /** Terms of the heading path; `headingStart[p]` is where the passage's own heading begins in it. */
  readonly titleTerms: Int32Array;
  readonly titleStart: Int32Array;
  readonly headingStart: Int32Array;
  /** Declared questions and other names: 1 for the passage's own, less for its heading and its page's, negative for `never`. */
  readonly namedTerms: Int32Array;
  /** What of a compound each term of a name is (`COMPOUND`). */
  readonly namedCompound: Uint8Array;
  readonly namedStart: Int32Array;
  /** What a name's words of form ask for (bits of `ASKS`); the words themselves are left out. */
  readonly namedAsks: Uint16Array;
  readonly namedWeight: Float32Array;
  /** How each of the names is worded. */
  readonly worded: Wordings;
  /** Where the names of each passage begin and end, and those that all passages of a page share. */
  readonly named: NameRanges;
  readonly pageNamed: NameRanges;
  /** Number of the passage's page: neighbours of one page are neighbours here. */
  readonly page: Int32Array;
  /** In how many passages (body, title or declared) and in how many sentences a term stands. */
  readonly passageFrequency: Int32Array;
  readonly sentenceFrequency: Int32Array;
  /** How many passages and sentences are counted: the public ones, or all where none is. */
  readonly population: number;
  readonly sentences: number;
  readonly meanLength: number;
  readonly meanTitleLength: number;
  readonly meanSentenceLength: number;
  /** Every term of a passage once: body, headings and what is declared for it. */
  termsOf(passage: number): readonly number[];
}

/** The numbers of names: those of `i` are `first[i] … end[i] - 1`. */
export interface NameRanges {
  readonly first: Int32Array;
  readonly end: Int32Array;
}

const PAGE_NAME_WEIGHT = 0.6;

/** Builds the arrays. Linear in the number of words; keeps no text. */
export function buildArrays(indexed: readonly IndexedPassage[]): Arrays {
  const vocabulary = createVocabulary();
  const terms = createNumbers();
  const sentenceStart = createNumbers(0);
  const firstSentence = createNumbers(0);
  const titleTerms = createNumbers();
  const titleStart = createNumbers(0);
  const headingStart = createNumbers();
  const namedTerms = createNumbers();
  const namedCompound = createNumbers();
  const namedStart = createNumbers(0);
  const namedAsks: number[] = [];
  const namedWeight: number[] = [];
  const worded = createWordings();
  const named = { first: createNumbers(), end: createNumbers() };
  const pageNamed = { first: createNumbers(), end: createNumbers() };
  const page = createNumbers();
  const inPassages = createTally();
  const inSentences = createTally();

  // What only some may read must not show in how rare a word is to the others.
  const anyPublic = indexed.some(({ passage }) => isPublic(passage));
  const counted = { passages: 0, sentences: 0, terms: 0, titleTerms: 0 };

  for (const [index, { passage, questions, pageNames, never }] of indexed.entries()) {
    const counts = !anyPublic || isPublic(passage);
    vocabulary.setOpen(counts);
    const previous = page.length === 0 ? -1 : page.at(page.length - 1);
    const isSamePage = index > 0 && indexed[index - 1]?.passage.page === passage.page;
    page.push(isSamePage ? previous : previous + 1);

    const bodyFrom = terms.length;
    for (const sentence of sentencesOf(passage.body)) {
      const from = terms.length;
      vocabulary.intern(sentence.text, terms);
      if (sentence.columns !== "") vocabulary.intern(sentence.columns, terms);
      sentenceStart.push(terms.length);
      if (counts) inSentences.count(terms, from, sentenceStart.length);
    }
    firstSentence.push(sentenceStart.length - 1);

    const titleFrom = titleTerms.length;
    for (const [depth, heading] of passage.headings.entries()) {
      if (depth === passage.headings.length - 1) headingStart.push(titleTerms.length);
      vocabulary.intern(heading, titleTerms);
    }
    titleStart.push(titleTerms.length);

    const name = (names: readonly string[], weight: number): void => {
      for (const one of names.map(unframed)) {
        const form = standaloneFormOf(one);
        worded.add(one);
        vocabulary.intern(withoutForm(one, form), namedTerms, namedCompound);
        namedAsks.push(form.asks);
        namedStart.push(namedTerms.length);
        namedWeight.push(weight);
      }
    };
    if (!isSamePage) {
      pageNamed.first.push(namedWeight.length);
      // Not counted: what a page is called would make its words common, and what it does not answer is in no passage.
      name(pageNames, PAGE_NAME_WEIGHT);
      name(never, -1);
      pageNamed.end.push(namedWeight.length);
    }
    const namedFrom = namedTerms.length;
    named.first.push(namedWeight.length);
    name(questions, 1);
    name(askingHeading(passage), ASKING_HEADING_WEIGHT);
    named.end.push(namedWeight.length);
    if (counts) inPassages.count(namedTerms, namedFrom, index + 1);

    if (!counts) continue;
    inPassages.count(terms, bodyFrom, index + 1);
    inPassages.count(titleTerms, titleFrom, index + 1);
    counted.passages += 1;
    counted.sentences += sentenceStart.length - 1 - firstSentence.at(index);
    counted.terms += terms.length - bodyFrom;
    counted.titleTerms += titleTerms.length - titleFrom;
  }

  vocabulary.seal();
  const passages = indexed.length;
  const size = vocabulary.stems.length;
  const arrays = {
    vocabulary,
    passages,
    terms: terms.toArray(),
    sentenceStart: sentenceStart.toArray(),
    firstSentence: firstSentence.toArray(),
    titleTerms: titleTerms.toArray(),
    titleStart: titleStart.toArray(),
    headingStart: headingStart.toArray(),
    namedTerms: namedTerms.toArray(),
    namedCompound: Uint8Array.from(namedCompound.toArray()),
    namedStart: namedStart.toArray(),
    namedAsks: Uint16Array.from(namedAsks),
    namedWeight: Float32Array.from(namedWeight),
    worded,
    named: rangesOf(named),
    pageNamed: rangesOf(pageNamed),
    page: page.toArray(),
    passageFrequency: inPassages.frequencies(size),
    sentenceFrequency: inSentences.frequencies(size),
    population: counted.passages,
    sentences: counted.sentences,
    meanLength: counted.terms / Math.max(1, counted.passages),
    meanTitleLength: counted.titleTerms / Math.max(1, counted.passages),
    meanSentenceLength: counted.terms / Math.max(1, counted.sentences),
  };
  return { ...arrays, termsOf: termsOf(arrays) };
}

function rangesOf({ first, end }: { readonly first: Numbers; readonly end: Numbers }): NameRanges {
  return { first: first.toArray(), end: end.toArray() };
}

function isPublic({ audience }: Passage): boolean {
  return audience.includes(PUBLIC);
}

/** Where the terms of a passage's headings begin and end. */
export function titleRange(
  { titleStart }: Pick<Arrays, "titleStart">,
  passage: number,
): readonly [start: number, end: number] {
  return [titleStart[passage] ?? 0, titleStart[passage + 1] ?? 0];
}

/** Where a passage's body terms begin and end. */
export function bodyRange(
  arrays: Pick<Arrays, "sentenceStart" | "firstSentence">,
  passage: number,
): readonly [start: number, end: number] {
  return [
    arrays.sentenceStart[arrays.firstSentence[passage] ?? 0] ?? 0,
    arrays.sentenceStart[arrays.firstSentence[passage + 1] ?? 0] ?? 0,
  ];
}

function termsOf(arrays: Omit<Arrays, "termsOf">): (passage: number) => readonly number[] {
  const { terms, titleTerms, namedTerms, namedStart } = arrays;
  const lastSeen = new Int32Array(arrays.vocabulary.stems.length);
  let now = 0;
  return (passage) => {
    now++;
    const ids: number[] = [];
    const gather = (values: Int32Array, from: number, to: number): void => {
      for (let at = from; at < to; at++) {
        const id = values[at] ?? 0;
        if (lastSeen[id] === now) continue;
        lastSeen[id] = now;
        ids.push(id);
      }
    };
    gather(terms, ...bodyRange(arrays, passage));
    gather(titleTerms, ...titleRange(arrays, passage));
    const gatherNames = ({ first, end }: NameRanges, at: number): void =>
      gather(namedTerms, namedStart[first[at] ?? 0] ?? 0, namedStart[end[at] ?? 0] ?? 0);
    gatherNames(arrays.named, passage);
    gatherNames(arrays.pageNamed, arrays.page[passage] ?? 0);
    return ids;
  };
}

/** Content words of a passage, once each: what the index holds. */
export function stemsOfPassage(arrays: Arrays, passage: number): string[] {
  const { vocabulary } = arrays;
  const stems: string[] = [];
  for (const id of arrays.termsOf(passage))
    if (vocabulary.content[id] === 1) stems.push(vocabulary.stems[id] ?? "");
  return stems;
}
