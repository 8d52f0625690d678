import type { Numbers } from "./numbers.ts";
import { eachRawWord, eachWord, termsOf } from "./terms.ts";
import type { TermRole } from "./terms.ts";

/** What of a compound a term is: the parts of "Node.js" come first, then the whole. */
export const COMPOUND = { none: 0, part: 1, whole: 2 } as const;

/** The stems of a corpus as numbers: what is kept of them, data only. */
export interface Stems {
  readonly stems: readonly string[];
  /** A word as it stands on some page, for each stem: what people are shown. On one that everybody may read, if there is any. */
  readonly words: readonly string[];
  /** 1 where the stem is a content word. */
  readonly content: readonly number[];
  /** How pages that everybody may read write a word in two halves ("wi-fi"), by the word written as one, in lower case. */
  readonly halves: ReadonlyMap<string, string>;
}

/** The stems of a corpus, and how to find them. */
export interface Vocabulary extends Stems {
  /** The stem's number, or -1. */
  idOf(stem: string): number;
  /** The numbers of a text's known terms, content words only. */
  contentIds(text: string): number[];
}

/** Stems while they are gathered. */
export interface StemGatherer {
  /** What has been gathered so far. */
  readonly stems: Stems;
  /** Whether everybody may read what comes next; they may until this says otherwise. */
  setOpen(open: boolean): void;
  /** What was shown so far must not be where something else can: it was not for everybody. */
  forgetShown(): void;
  /** Appends the numbers of a text's terms to `out`, adding unknown stems, and to `compound` what of a compound each is. */
  intern(text: string, out: Numbers, compound?: Numbers): void;
}

const WRITTEN_AS_ONE = /^[a-z]{4,20}$/u;

/** The vocabulary of what was gathered. */
export function openVocabulary(kept: Stems): Vocabulary {
  const ids = new Map(kept.stems.map((stem, id) => [stem, id]));
  return {
    ...kept,
    idOf: (stem) => ids.get(stem) ?? -1,
    contentIds(text) {
      const found: number[] = [];
      eachWord(text, (terms) => {
        for (const term of terms) {
          const id = term.role === "content" ? (ids.get(term.stem) ?? -1) : -1;
          if (id >= 0) found.push(id);
        }
      });
      return found;
    },
  };
}

export function createStemGatherer(): StemGatherer {
  const ids = new Map<string, number>();
  const stems: string[] = [];
  const words: string[] = [];
  const content: number[] = [];
  const byWord = new Map<string, readonly number[]>();
  /** 1 where the word stands on a page that everybody may read. */
  const openWord: number[] = [];
  const halves = new Map<string, string>();
  let open = true;

  /** Notes a word right behind a hyphen, with the one before it. */
  function join(before: string, word: string): void {
    const whole = (before + word).toLowerCase();
    if (open && WRITTEN_AS_ONE.test(whole) && !halves.has(whole))
      halves.set(whole, `${before}-${word}`.toLowerCase());
  }

  function add(stem: string, role: TermRole, word: string): number {
    const known = ids.get(stem);
    if (known !== undefined) return known;
    ids.set(stem, stems.length);
    words.push(word);
    content.push(role === "content" ? 1 : 0);
    return stems.push(stem) - 1;
  }

  return {
    stems: { stems, words, content, halves },
    setOpen(isOpen) {
      open = isOpen;
    },
    forgetShown() {
      openWord.length = 0;
      halves.clear();
    },
    intern(text, out, compound) {
      let before = "";
      let end = 0;
      eachRawWord(text, (word, start) => {
        if (start === end + 1 && text[end] === "-" && end > 0) join(before, word);
        before = word;
        end = start + word.length;
        let numbers = byWord.get(word);
        if (numbers === undefined) {
          const terms = termsOf(word);
          // A part of a compound has no form of its own on the page.
          numbers = terms.map(({ stem, role }) => add(stem, role, terms.length > 1 ? stem : word));
          byWord.set(word, numbers);
        }
        for (const id of numbers) {
          out.push(id);
          if (!open || openWord[id] === 1) continue;
          openWord[id] = 1;
          words[id] = numbers.length > 1 ? (stems[id] ?? word) : word;
        }
        if (compound !== undefined) pushCompound(numbers.length, compound);
      });
    },
  };
}

/** What of a compound each of a word's terms is. */
function pushCompound(terms: number, out: Numbers): void {
  for (let part = 1; part < terms; part++) out.push(COMPOUND.part);
  out.push(terms > 1 ? COMPOUND.whole : COMPOUND.none);
}
