import type { Corpus, NameRanges } from "./corpus.ts";
import { openVocabulary } from "./vocabulary.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** The corpus as numbers, and how to look into them. */
export interface Arrays extends Corpus {
  readonly vocabulary: Vocabulary;
  /** Every term of a passage once: body, headings and what is declared for it. */
  termsOf(passage: number): readonly number[];
}

export function openArrays(corpus: Corpus): Arrays {
  const arrays = { ...corpus, vocabulary: openVocabulary(corpus.vocabulary) };
  return { ...arrays, termsOf: termsOf(arrays) };
}

/** Where the terms of a passage's headings begin and end. */
export function titleRange(
  { titleStart }: Pick<Corpus, "titleStart">,
  passage: number,
): readonly [start: number, end: number] {
  return [titleStart[passage] ?? 0, titleStart[passage + 1] ?? 0];
}

/** Where a passage's body terms begin and end. */
export function bodyRange(
  corpus: Pick<Corpus, "sentenceStart" | "firstSentence">,
  passage: number,
): readonly [start: number, end: number] {
  return [
    corpus.sentenceStart[corpus.firstSentence[passage] ?? 0] ?? 0,
    corpus.sentenceStart[corpus.firstSentence[passage + 1] ?? 0] ?? 0,
  ];
}

function termsOf(corpus: Corpus): (passage: number) => readonly number[] {
  const { terms, titleTerms, namedTerms, namedStart } = corpus;
  const lastSeen = new Int32Array(corpus.vocabulary.stems.length);
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
    gather(terms, ...bodyRange(corpus, passage));
    gather(titleTerms, ...titleRange(corpus, passage));
    const gatherNames = ({ first, end }: NameRanges, at: number): void =>
      gather(namedTerms, namedStart[first[at] ?? 0] ?? 0, namedStart[end[at] ?? 0] ?? 0);
    gatherNames(corpus.named, passage);
    gatherNames(corpus.pageNamed, corpus.page[passage] ?? 0);
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
