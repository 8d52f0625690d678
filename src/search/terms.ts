import { stemmer } from "@orama/stemmers/english";
import { IRREGULAR_FORMS } from "./irregular-forms.ts";
import { QUESTION_WORDS, STOP_WORDS } from "./words.ts";

/** What a term is for: content decides what matches; question and stop words only break ties. */
export type TermRole = "content" | "question" | "stop";

export interface Term {
  /** What the index knows it by. Stop and question words carry a leading `~`, so that no stem can collide with them. */
  readonly stem: string;
  readonly role: TermRole;
}

// A word with its inner dots and apostrophes (node.js, v2.1, user's), and the names C++, C#, F#.
const WORD = /[\p{L}\p{N}\p{M}_]+(?:[.'’][\p{L}\p{N}_]+)*(?:\+\+|#(?![\p{L}\p{N}]))?/gu;
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;
const NON_ASCII = /[^\p{ASCII}]/u;
const MARKS = /\p{M}+/gu;

/** Longest word that is indexed whole; longer ones (hashes, base64) are cut, so that no word costs more than others. */
const WORD_LIMIT = 64;
const CACHE_LIMIT = 20_000;

const cache = new Map<string, readonly Term[]>();
let segmenter: Intl.Segmenter | undefined;

/** One occurrence of a word in a text, with the terms it stands for (parts first, then the whole). */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly terms: readonly Term[];
}

/**
 * Calls `visit` with each word's terms, in order. Linear in the text's length.
 * Parts of `snake_case`, `camelCase` and `node.js` are terms, and so is the whole (`nodejs`).
 */
export function eachWord(
  text: string,
  visit: (terms: readonly Term[], start: number, end: number) => void,
): void {
  eachRawWord(text, (word, start) => visit(termsOf(word), start, start + word.length));
}

/** Calls `visit` with each word as it stands in the text, in order; scripts without spaces are parted by the platform's rules. */
export function eachRawWord(text: string, visit: (word: string, start: number) => void): void {
  WORD.lastIndex = 0;
  for (let match = WORD.exec(text); match !== null; match = WORD.exec(text)) {
    const word = match[0];
    const start = match.index;
    if (NON_ASCII.test(word) && UNSPACED.test(word)) {
      const resume = WORD.lastIndex; // segments are looked up by text: the shared expression must not lose its place
      segmenter ??= new Intl.Segmenter(undefined, { granularity: "word" });
      for (const part of segmenter.segment(word.slice(0, 4_096))) {
        if (part.isWordLike === true) visit(part.segment, start + part.index);
      }
      WORD.lastIndex = resume;
    } else {
      visit(word, start);
    }
  }
}

/** The words of a text with their offsets; for questions and for marking, where objects are affordable. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  eachWord(text, (terms, start, end) => words.push({ text: text.slice(start, end), start, terms }));
  return words;
}

/** The content stems of a text, in order: what texts are compared by. */
export function contentStems(text: string): string[] {
  const stems: string[] = [];
  eachWord(text, (terms) => {
    for (const term of terms) if (term.role === "content") stems.push(term.stem);
  });
  return stems;
}

/** The terms one word stands for. Cached: a corpus repeats its words. */
export function termsOf(word: string): readonly Term[] {
  const known = cache.get(word);
  if (known !== undefined) return known;
  const terms = analyse(word);
  if (cache.size >= CACHE_LIMIT) cache.clear();
  cache.set(word, terms);
  return terms;
}

function analyse(raw: string): readonly Term[] {
  const word = raw.slice(0, WORD_LIMIT).replaceAll("’", "'");
  const lower = fold(word);
  if (QUESTION_WORDS.has(lower)) return [{ stem: `~${lower}`, role: "question" }];
  if (STOP_WORDS.has(lower)) {
    // Its own stem, upper case: "US" is not what "use" is stemmed to.
    return isAcronym(word)
      ? [{ stem: word, role: "content" }]
      : [{ stem: `~${lower}`, role: "stop" }];
  }
  const bare = lower.endsWith("'s") ? word.slice(0, -2) : word;
  if (bare !== word && QUESTION_WORDS.has(fold(bare)))
    return [{ stem: `~${fold(bare)}`, role: "question" }];
  const parts = bare.split(/[._']|(?<=\p{Ll})(?=\p{Lu})/u).filter((part) => part !== "");
  if (parts.length < 2 || !isCompound(bare)) return [content(fold(bare))];
  const stems = new Set([...parts, parts.join("")].map((part) => content(fold(part)).stem));
  return [...stems].map((stem) => ({ stem, role: "content" }));
}

/** `IT`, `US`: an upper-case stop word is a name. */
function isAcronym(word: string): boolean {
  return word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase();
}

/** `camelCase`, `snake_case`, `node.js`; not `JavaScript`, `GitHub` or `gRPC`, which are one name each. `\nNext` is what an escaped line end leaves. */
function isCompound(word: string): boolean {
  return /[._]/u.test(word) || /^(?:\p{Ll}{2,}|[nrt])\p{Lu}/u.test(word);
}

function content(lower: string): Term {
  return { stem: stemOf(lower), role: "content" };
}

const ION = /(?<=[a-z]{3}(?<!^express|^process|^success|duct)(?<=[st]))ion(?:s|al|ally)?$/u;

/**
 * The stem of a folded word (Porter 1980, English), of its base where its form is irregular; short words and other scripts stay
 * as they are.
 */
export function stemOf(lower: string): string {
  if (!/^[a-z]{3,}$/u.test(lower)) return lower;
  const word = IRREGULAR_FORMS.get(lower) ?? american(lower);
  const stem = stemmer(word);
  // The package drops a letter too many: "connection" would be "connec", and not what "connect" is. So "production" is what
  // "produce" is, and "expression" not what "express" is, and both are well.
  const verb = word.replace(ION, "");
  return stem === verb.slice(0, -1) && ION.test(word) ? verb : stem;
}

/**
 * British spelling as American: "normalisation", "behaviour", "centre", "licence". Where no such word exists, nobody sees the difference
 * as long as its family stays together: "rises" with "rise", "advise" with "advisable", "precise" with "precisely".
 */
function american(word: string): string {
  if (word.length < 5) return word;
  return word
    .replace(/^(licen|defen|offen|preten)c/u, "$1s")
    .replace(/(?<=[a-z]{3})(?<!v|[^i]c)is(ations?|ing|ed|ers?|es?)$/u, "iz$1")
    .replace(/(?<=[a-z]{3})our(s|ed|ing|al)?$/u, "or$1")
    .replace(/(?<=[a-z]{2}[bt])re(s?)$/u, "er$1")
    .replace(/lys(e[sd]?|ing|ers?)$/u, "lyz$1");
}

/** Lower case, compatibility forms unified, accents dropped. */
function fold(word: string): string {
  if (!NON_ASCII.test(word)) return word.toLowerCase();
  return word.normalize("NFKD").replaceAll(MARKS, "").normalize("NFC").toLowerCase();
}
