import { isPlace } from "./places.ts";
import { stemOf, wordsOf } from "./terms.ts";
import { QUESTION_WORDS, STOP_WORDS, WEAK_WORDS } from "./words.ts";

/** A question as it was probably meant, and which of its words were not typed so. */
export interface Meant {
  readonly text: string;
  /** The word that was typed, by the stem of the word that was meant. */
  readonly typed: ReadonlyMap<string, string>;
}

/** What tells a slip from a word. */
export interface KnownWords {
  /** Whether a lower-case word is an English one: then it was meant. */
  readonly isWord: (word: string) => boolean;
  /** How the knowledge writes a word in two halves ("wi-fi"), by the word written as one. */
  readonly hyphenated: (word: string) => string | undefined;
  /** A word of the knowledge as a page writes it, and in how many passages it stands; undefined for a stem of none. */
  readonly known: (stem: string) => { readonly word: string; readonly times: number } | undefined;
}

/** Words so short have too many neighbours for a guess. */
const SHORTEST = 4;
/** Below this length a letter typed for another makes too many other words: only swapped, missing and doubled ones count. */
const LONG = 6;
/** Longer words are names or noise. */
const LONGEST = 20;
/** Shorter words stand in others by chance. */
const SHORTEST_PART = 3;
/** Words that are looked at: each costs a few hundred look-ups. */
const MOST = 3;

const DOTTED = /^[a-z]{1,20}(?:\.[a-z]{1,20}){1,2}$/u;
const LETTERS = "abcdefghijklmnopqrstuvwxyz";
const FUNCTION_WORDS = new Set([...QUESTION_WORDS, ...STOP_WORDS, ...WEAK_WORDS]);
const WEAK_STEMS = new Set(WEAK_WORDS.map(stemOf));

/**
 * Puts right what is one slip of the finger from a known word: two letters swapped, one left out, doubled or mistyped
 * (Damerau 1964: four in five misspellings). Every such neighbour of an unknown word is looked up (Norvig 2007), so that
 * neither its length nor the vocabulary's size matters. Two words typed as one are parted. Words further away are left to
 * likeness (`Spelling.correct`).
 */
export function correctTypos(question: string, words: KnownWords): Meant {
  const typed = new Map<string, string>();
  const pieces: string[] = [];
  let end = 0;
  let looked = 0;
  for (const { text, start, terms } of wordsOf(question)) {
    const [term] = terms;
    if (term?.role !== "content" || looked >= MOST) continue;
    const lower = text.toLowerCase();
    if (terms.length > 1) {
      if (!DOTTED.test(lower) || isKnownName(lower, words)) continue;
      looked++;
      const name = dottedName(lower, words);
      if (name === undefined) continue;
      pieces.push(question.slice(end, start), name);
      end = start + text.length;
      continue;
    }
    const asking =
      start === 0 && words.known(term.stem) === undefined ? questionWord(lower) : undefined;
    if (asking !== undefined) {
      pieces.push(asking);
      end = text.length;
      continue;
    }
    if (lower.length < SHORTEST || lower.length > LONGEST || !/^[a-z]+$/u.test(lower)) continue;
    if (FUNCTION_WORDS.has(lower) || WEAK_STEMS.has(term.stem)) continue;
    const halves = words.hyphenated(lower);
    if (halves !== undefined) {
      pieces.push(question.slice(end, start), halves);
      end = start + text.length;
      continue;
    }
    if (words.known(term.stem) !== undefined || words.isWord(lower) || isPlace(lower)) continue;
    looked++;
    const meant = nearest(lower, start > 0 && isCapital(text), words) ?? apart(lower, words);
    if (meant === undefined) continue;
    pieces.push(question.slice(end, start), meant);
    end = start + text.length;
    for (const word of meant.split(" ")) {
      if (!FUNCTION_WORDS.has(word)) typed.set(stemOf(word), text);
    }
  }
  return { text: pieces.join("") + question.slice(end), typed };
}

/** A name written with a dot, one slip of the finger in one of its parts: "expres.js". The whole must be a known name. */
function dottedName(name: string, words: KnownWords): string | undefined {
  const parts = name.split(".");
  for (const [at, part] of parts.entries()) {
    if (part.length < SHORTEST || words.isWord(part)) continue;
    for (const { text } of slips(part)) {
      const meant = parts.with(at, text).join(".");
      if (isKnownName(meant, words)) return meant;
    }
  }
  return undefined;
}

/** Whether the pages hold it, with or without its dots. */
function isKnownName(dotted: string, words: KnownWords): boolean {
  return words.known(stemOf(dotted.replaceAll(".", ""))) !== undefined;
}

/** What a question begins with is meant to ask, be it a word ("wich", "wat") or not. */
function questionWord(first: string): string | undefined {
  if (first.length < 3 || first.length > 6 || FUNCTION_WORDS.has(first)) return undefined;
  for (const { text } of slips(first)) {
    if (QUESTION_WORDS.has(text) && text[0] === first[0]) return text;
  }
  return undefined;
}

/** The word one slip away that is known best; swaps are commoner than slips of one letter, and first letters are mostly right. */
function nearest(word: string, isName: boolean, words: KnownWords): string | undefined {
  let best: string | undefined;
  let most = 0;
  for (const { text, likelihood } of slips(word)) {
    const times = timesOf(text, isName, words);
    if (times === undefined) continue;
    const rank = likelihood * (text[0] === word[0] ? 1 : OTHER_INITIAL) * (1 + Math.log1p(times));
    if (rank > most) [best, most] = [text, rank];
  }
  return best;
}

/** The two known words that were typed as one ("loadbalancing"), where some are: those that are known best. */
function apart(word: string, words: KnownWords): string | undefined {
  let best: string | undefined;
  let most = 0;
  for (let at = SHORTEST_PART; at <= word.length - SHORTEST_PART; at++) {
    const parts = [word.slice(0, at), word.slice(at)];
    const times = parts.map((part) => (FUNCTION_WORDS.has(part) ? 0 : timesOf(part, false, words)));
    const rank = Math.min(...times.map((one) => one ?? 0));
    if (rank > most) [best, most] = [parts.join(" "), rank];
  }
  return best;
}

/** How often a word is used, as far as it can be what was meant: a name for a name, and never only what shares a stem. */
function timesOf(text: string, isName: boolean, { isWord, known }: KnownWords): number | undefined {
  if (FUNCTION_WORDS.has(text)) return isName ? undefined : FAMILIAR;
  const found = known(stemOf(text));
  if (found === undefined || (isName && !isCapital(found.word))) return undefined;
  return text === found.word.toLowerCase() || isWord(text) ? found.times : undefined;
}

function isCapital(word: string): boolean {
  return /^\p{Lu}/u.test(word);
}

/** A function word is known as well as a word of so many passages. */
const FAMILIAR = 50;
const OTHER_INITIAL = 0.3;
const SWAP = 4;
const MISSING = 2;
const DOUBLED = 2;
const OTHER = 1;

/** Every word that is one slip of the finger away: letters swapped, left out, doubled, mistyped. The word is in lower case. */
export function* slips(
  word: string,
): Generator<{ readonly text: string; readonly likelihood: number }> {
  for (let at = 0; at <= word.length; at++) {
    const before = word.slice(0, at);
    const letter = word[at];
    const after = word.slice(at + 1);
    if (at + 1 < word.length && word[at + 1] !== letter)
      yield {
        text: `${before}${word[at + 1] ?? ""}${letter ?? ""}${word.slice(at + 2)}`,
        likelihood: SWAP,
      };
    if (letter !== undefined && word.length > SHORTEST)
      yield { text: before + after, likelihood: DOUBLED };
    for (const other of LETTERS) {
      yield { text: before + other + word.slice(at), likelihood: MISSING };
      if (letter !== undefined && other !== letter && word.length >= LONG)
        yield { text: before + other + after, likelihood: OTHER };
    }
  }
}
