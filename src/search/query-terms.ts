import type { AlternativeReason } from "../types.ts";
import type { Arrays } from "./arrays.ts";
import { asksWhat } from "./asks-what.ts";
import type { AsksWhat } from "./asks-what.ts";
import { asksOf, formOf, standaloneFormOf } from "./form-words.ts";
import { unframed } from "./framing.ts";
import { otherSayings, writtenAsOne } from "./other-sayings.ts";
import { compoundsOf, cutQuestion, questionWords } from "./question-words.ts";
import type { Compound } from "./question-words.ts";
import { isPlace } from "./places.ts";
import { relatedWords } from "./relations.ts";
import type { Spelling } from "./spelling.ts";
import type { Synonyms } from "./synonyms.ts";
import { stemOf } from "./terms.ts";
import { correctTypos } from "./typos.ts";
import { LIMITS, TERM_WEIGHTS } from "./weights.ts";
import { isWeak } from "./weak-words.ts";

/** A word of the question, with everything it is searched as. */
export interface QueryTerm {
  readonly word: string;
  readonly stem: string;
  /** -1: the knowledge does not have this word. */
  readonly id: number;
  /** Stems that count in its place, each with the share of an occurrence it counts. */
  readonly alternatives: readonly {
    readonly id: number;
    readonly weight: number;
    /** "alike" is searched as a misspelling is, but the word that was typed is an English one: no one is told it was misspelt. */
    readonly why: AlternativeReason;
  }[];
  /** Stems that ask for the same in another question, and prove nothing elsewhere. */
  readonly asked: readonly number[];
  /** Rarity in passages and in sentences. */
  readonly idf: number;
  readonly sentenceIdf: number;
  /** It names something: a capital inside the sentence, or a number. */
  readonly name: boolean;
  /** English knows it as it was typed. */
  readonly english: boolean;
  /** It comes from an earlier question of the conversation and counts less. */
  readonly carried: boolean;
}

/** A question, understood as terms. */
export interface QueryTerms extends AsksWhat {
  /** The question as it was probably meant, slips of the finger put right. */
  readonly text: string;
  /** What its question words and words of form ask for (bits of `ASKS`). */
  readonly asks: number;
  /** Unique content words in their order, at most `LIMITS.terms`. */
  readonly content: readonly QueryTerm[];
  /** Content words that are one name by their numbers: "Node.js" is searched as node, js and, whole, nodejs. */
  readonly compounds: readonly Compound[];
  /** Question and stop words and words of form, unique. */
  readonly soft: readonly { readonly word: string; readonly id: number; readonly idf: number }[];
  /**
   * The question's own words in order, repeated ones too: n > 0 for content word n - 1, n < 0 for soft word -n - 1, 0 for a small
   * word that the knowledge does not have.
   */
  readonly sequence: readonly number[];
  /** Sum of the content words' rarities: what a perfect passage could reach. */
  readonly ideal: number;
  readonly sentenceIdeal: number;
  /** Words were left out: there were too many. */
  readonly capped: boolean;
}

/** Rarity of a term that stands in `frequency` of `total` places (Robertson and Spärck Jones), sharpened. */
export function rarity(total: number, frequency: number): number {
  return Math.log(1 + (total - frequency + 0.5) / (frequency + 0.5)) ** TERM_WEIGHTS.idfPower;
}

/** An earlier question of the conversation whose words count as well, each with this share. */
export interface Carried {
  readonly text: string;
  readonly weight: number;
}

export interface TermSources {
  readonly arrays: Arrays;
  readonly spelling: Spelling;
  readonly synonyms: Synonyms;
  readonly thesaurus: Synonyms;
  readonly isWord: (word: string) => boolean;
  /** Whether the asker may read any passage that holds the stem; otherwise it is as unknown as if it stood nowhere. */
  readonly mayKnow: (id: number) => boolean;
}

/** Splits a question into terms and finds what else each may stand for. Bounded work, whatever the question. */
export function queryTerms(
  question: string,
  { arrays, spelling, synonyms, thesaurus, isWord, mayKnow }: TermSources,
  carried?: Carried,
): QueryTerms {
  const meant = correctTypos(unframed(cutQuestion(question)), {
    isWord,
    hyphenated: (word) =>
      knownId(stemOf(word)) < 0 ? arrays.vocabulary.halves.get(word) : undefined,
    known(stem) {
      const id = knownId(stem);
      // What stands on pages that this asker may not read is nothing to them, though all share the synonyms.
      if (id < 0 && arrays.vocabulary.idOf(stem) >= 0) return undefined;
      if (id < 0)
        return synonyms.knows(stem) || isEveryday(stem) ? { word: stem, times: 1 } : undefined;
      return { word: arrays.vocabulary.words[id] ?? stem, times: arrays.passageFrequency[id] ?? 0 };
    },
  });
  const form = carried === undefined ? standaloneFormOf(meant.text) : formOf(meant.text);
  const words = questionWords(meant.text, form, carried?.text);
  const stems = [...words.content.keys()];
  const asked = meant.text;
  const otherwise = otherSayings(words, knownId, synonyms);
  const asOne = writtenAsOne(words, knownId);
  const everyday = otherSayings(words, knownId, thesaurus);
  const terms = stems.map((stem, index): QueryTerm => {
    const typed = meant.typed.get(stem);
    const found = knownId(stem);
    const id = typed === undefined ? found : -1;
    const known = id >= 0;
    const alternatives = new Map<number, QueryTerm["alternatives"][number]>();
    const related = relatedWords(asked, stem);
    for (const verb of related.told) {
      const other = knownId(verb);
      if (other >= 0)
        alternatives.set(other, { id: other, weight: TERM_WEIGHTS.relation, why: "relation" });
    }
    for (const [other, weight] of [...(otherwise.get(stem) ?? []), ...(asOne.get(stem) ?? [])]) {
      alternatives.set(other, { id: other, weight: TERM_WEIGHTS.synonym * weight, why: "synonym" });
    }
    for (const [other, weight] of everyday.get(stem) ?? []) {
      if (alternatives.has(other)) continue;
      alternatives.set(other, {
        id: other,
        weight: TERM_WEIGHTS.everyday * weight,
        why: "everyday",
      });
    }
    const lower = (words.content.get(stem) ?? stem).toLowerCase();
    const english = typed === undefined && isWord(lower);
    const isElsewhere = !known && isPlace(lower);
    const isName = words.names.has(stem) || isElsewhere;
    const corrected = spelt(stem, typed, known || isElsewhere || alternatives.size > 0, isName);
    if (corrected !== undefined) {
      alternatives.set(corrected.id, { ...corrected, why: english ? "alike" : "spelling" });
    }
    const base =
      known || corrected === undefined ? stem : (arrays.vocabulary.stems[corrected.id] ?? stem);
    const lookalikes = isElsewhere ? [] : spelling.similar(base, TERM_WEIGHTS.similar);
    for (const { id: other, likeness } of lookalikes) {
      if (!alternatives.has(other) && mayKnow(other)) {
        alternatives.set(other, {
          id: other,
          weight: TERM_WEIGHTS.similar.weight * likeness,
          why: "similar",
        });
      }
    }
    const trusted = [
      id,
      ...[...alternatives.values()]
        .filter(({ why }) => why === "synonym" || why === "spelling" || why === "alike")
        .map((one) => one.id),
    ];
    const most = (frequency: Int32Array): number =>
      Math.max(0, ...trusted.map((one) => frequency[one] ?? 0));
    const carriedTimes = index < words.own ? 1 : (carried?.weight ?? 1);
    const times = carriedTimes * (isWeak(stem) ? TERM_WEIGHTS.weak : 1) * shareOf(stem);
    return {
      word: typed ?? words.content.get(stem) ?? stem,
      stem,
      id,
      alternatives: [...alternatives.values()],
      asked: related.asked.map(knownId).filter((other) => other >= 0),
      idf: times * rarity(arrays.population, most(arrays.passageFrequency)),
      sentenceIdf: times * rarity(arrays.sentences, most(arrays.sentenceFrequency)),
      name: isName,
      english,
      carried: index >= words.own,
    };
  });
  const softTerms = [...words.soft].flatMap(([stem, word]) => {
    const id = knownId(stem);
    return id < 0
      ? []
      : [{ word, stem, id, idf: rarity(arrays.population, arrays.passageFrequency[id] ?? 0) }];
  });
  const slotOf = new Map([
    ...terms.map(({ stem }, index) => [stem, index + 1] as const),
    ...softTerms.map(({ stem }, index) => [stem, -index - 1] as const),
  ]);
  return {
    text: asked,
    asks: [...words.soft.keys()].reduce((mask, stem) => mask | asksOf(stem), form.asks),
    ...asksWhat(form.asks === 0, [...words.soft.values()]),
    content: terms,
    compounds: compoundsOf(words.compounds, stems),
    soft: softTerms,
    sequence: words.sequence.map((stem) => slotOf.get(stem) ?? 0),
    ideal: terms.reduce((sum, term) => sum + term.idf, 0),
    sentenceIdeal: terms.reduce((sum, term) => sum + term.sentenceIdf, 0),
    capped: words.capped || question.length > LIMITS.questionLength,
  };

  /** A compound is one name: where the knowledge has the whole of it, that counts and the parts hardly; else the other way. */
  function shareOf(stem: string): number {
    const known = (whole: string): boolean => knownId(whole) >= 0;
    if (words.compounds.has(stem)) return known(stem) ? 1 : TERM_WEIGHTS.whole;
    const isPart = [...words.compounds].some(
      ([whole, parts]) => parts.includes(stem) && known(whole),
    );
    return isPart ? TERM_WEIGHTS.part : 1;
  }

  /** What an unknown word was meant to be: one slip away, or alike in its letters. */
  function spelt(
    stem: string,
    typed: string | undefined,
    known: boolean,
    isName: boolean,
  ): { readonly id: number; readonly weight: number } | undefined {
    const id = typed === undefined ? -1 : knownId(stem);
    if (id >= 0) return { id, weight: TERM_WEIGHTS.slip };
    // A name is hardly a slip of what is none: one letter away, and no further.
    const mayBe = (other: number, edits: number): boolean =>
      mayKnow(other) && (!isName || edits <= 1 || isWrittenAsName(other));
    const alike = known || typed !== undefined ? undefined : spelling.correct(stem, mayBe);
    return alike && { id: alike.id, weight: TERM_WEIGHTS.corrected };
  }

  /** Whether the knowledge has a word that everyday English takes for this one. */
  function isEveryday(stem: string): boolean {
    return thesaurus
      .at([stem], 0)
      .some(({ others }) => others.some(({ stems: [other = ""] }) => knownId(other) >= 0));
  }

  function isWrittenAsName(id: number): boolean {
    return /^\p{Lu}/u.test(arrays.vocabulary.words[id] ?? "");
  }

  function knownId(stem: string): number {
    const id = arrays.vocabulary.idOf(stem);
    return id >= 0 && mayKnow(id) ? id : -1;
  }
}
