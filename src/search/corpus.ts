import { PUBLIC } from "../access.ts";
import { sentencesOf } from "../knowledge/sentences.ts";
import type { Passage } from "../types.ts";
import { askingHeading, ASKING_HEADING_WEIGHT } from "./asking-heading.ts";
import { standaloneFormOf, withoutForm } from "./form-words.ts";
import { unframed } from "./framing.ts";
import { createNumbers } from "./numbers.ts";
import type { Numbers } from "./numbers.ts";
import { isSignpost } from "./signpost.ts";
import { createTally } from "./tally.ts";
import { createWordings } from "./verbatim.ts";
import type { Wordings } from "./verbatim.ts";
import { createStemGatherer } from "./vocabulary.ts";
import type { Stems } from "./vocabulary.ts";

/** A passage with the words its author declared for it. */
export interface IndexedPassage {
  readonly passage: Passage;
  /** Questions declared for this very passage. */
  readonly questions: readonly string[];
  /** What its page is said to be about, where the page begins to tell here. */
  readonly about: readonly string[];
  /** Questions and other names declared for its whole page. */
  readonly pageNames: readonly string[];
  readonly pageTitle: string;
  /** Whether the page begins to tell here. */
  readonly opens: boolean;
  /** Questions its page must not be used for. */
  readonly never: readonly string[];
}

/**
 * The corpus as numbers, built in one pass over its words: data only. Offsets follow the usual scheme: the entries of `i` are
 * `values[start[i]] … values[start[i + 1] - 1]`.
 */
export interface Corpus {
  readonly vocabulary: Stems;
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
  /** 1 where a page begins to tell. */
  readonly opens: Uint8Array;
  /** In how many passages (body, title or declared) and in how many sentences a term stands. */
  readonly passageFrequency: Int32Array;
  readonly sentenceFrequency: Int32Array;
  /** How many passages and sentences are counted: the public ones, or all where none is. */
  readonly population: number;
  readonly sentences: number;
  readonly meanLength: number;
  readonly meanTitleLength: number;
  readonly meanSentenceLength: number;
}

/** The numbers of names: those of `i` are `first[i] … end[i] - 1`. */
export interface NameRanges {
  readonly first: Int32Array;
  readonly end: Int32Array;
}

/** Takes one passage after the other, those of a page together; the corpus is there once all are. */
export interface CorpusGatherer {
  add(one: IndexedPassage): void;
  corpus(): Corpus;
}

const PAGE_NAME_WEIGHT = 0.6;
/** A title is among the heading words already: it only tells which page is asked for by its name. */
export const TITLE_WEIGHT = 0;
/** "Remove a package" is what is asked in other words than the page's own; that it tells how is not sure. */
const ABOUT_WEIGHT = 0.45;

/** Linear in the number of words; keeps no text. */
export function createCorpusGatherer(): CorpusGatherer {
  const vocabulary = createStemGatherer();
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
  const opens = createNumbers();
  let lastPage: string | undefined;
  const inPassages = createTally();
  const inSentences = createTally();
  const counted = { passages: 0, sentences: 0, terms: 0, titleTerms: 0 };
  let anyPublic = false;

  /** What only some may read must not show in how rare a word is to the others; where all is restricted, all of it counts. */
  function countOnlyPublic(): void {
    anyPublic = true;
    vocabulary.forgetShown();
    inPassages.clear();
    inSentences.clear();
    Object.assign(counted, { passages: 0, sentences: 0, terms: 0, titleTerms: 0 });
  }

  function name(names: readonly string[], weight: number): void {
    for (const one of names.map(unframed)) {
      const form = standaloneFormOf(one);
      worded.add(one);
      vocabulary.intern(withoutForm(one, form), namedTerms, namedCompound);
      namedAsks.push(form.asks);
      namedStart.push(namedTerms.length);
      namedWeight.push(weight);
    }
  }

  function add(one: IndexedPassage): void {
    const { passage, questions, about, pageNames, pageTitle, never } = one;
    const place = page.length + 1;
    const isPublic = passage.audience.includes(PUBLIC);
    if (isPublic && !anyPublic) countOnlyPublic();
    const counts = isPublic || !anyPublic;
    vocabulary.setOpen(counts);
    const isSamePage = passage.page === lastPage;
    lastPage = passage.page;
    page.push(pageNamed.first.length - (isSamePage ? 1 : 0));
    opens.push(Number(one.opens));

    const bodyFrom = terms.length;
    for (const sentence of sentencesOf(passage.body)) {
      const from = terms.length;
      vocabulary.intern(sentence.text, terms);
      if (sentence.columns !== "") vocabulary.intern(sentence.columns, terms);
      sentenceStart.push(terms.length);
      if (counts) inSentences.count(terms, from, sentenceStart.length);
    }
    const sentencesBefore = firstSentence.at(firstSentence.length - 1);
    firstSentence.push(sentenceStart.length - 1);

    const titleFrom = titleTerms.length;
    for (const [depth, heading] of passage.headings.entries()) {
      if (depth === passage.headings.length - 1) headingStart.push(titleTerms.length);
      if (!isSignpost(heading)) vocabulary.intern(heading, titleTerms);
    }
    titleStart.push(titleTerms.length);

    if (!isSamePage) {
      pageNamed.first.push(namedWeight.length);
      // Not counted: what a page is called would make its words common, and what it does not answer is in no passage.
      name(pageNames, PAGE_NAME_WEIGHT);
      name([pageTitle], TITLE_WEIGHT);
      name(never, -1);
      pageNamed.end.push(namedWeight.length);
    }
    const namedFrom = namedTerms.length;
    named.first.push(namedWeight.length);
    name(questions, 1);
    name(askingHeading(passage), ASKING_HEADING_WEIGHT);
    name(about, ABOUT_WEIGHT);
    named.end.push(namedWeight.length);
    if (!counts) return;
    inPassages.count(namedTerms, namedFrom, place);
    inPassages.count(terms, bodyFrom, place);
    inPassages.count(titleTerms, titleFrom, place);
    counted.passages += 1;
    counted.sentences += sentenceStart.length - 1 - sentencesBefore;
    counted.terms += terms.length - bodyFrom;
    counted.titleTerms += titleTerms.length - titleFrom;
  }

  function corpus(): Corpus {
    const size = vocabulary.stems.stems.length;
    return {
      vocabulary: vocabulary.stems,
      passages: page.length,
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
      worded: worded.wordings(),
      named: rangesOf(named),
      pageNamed: rangesOf(pageNamed),
      page: page.toArray(),
      opens: Uint8Array.from(opens.toArray()),
      passageFrequency: inPassages.frequencies(size),
      sentenceFrequency: inSentences.frequencies(size),
      population: counted.passages,
      sentences: counted.sentences,
      meanLength: counted.terms / Math.max(1, counted.passages),
      meanTitleLength: counted.titleTerms / Math.max(1, counted.passages),
      meanSentenceLength: counted.terms / Math.max(1, counted.sentences),
    };
  }

  return { add, corpus };
}

function rangesOf({ first, end }: { readonly first: Numbers; readonly end: Numbers }): NameRanges {
  return { first: first.toArray(), end: end.toArray() };
}
