import { eachRawWord } from "./terms.ts";
import { slips } from "./typos.ts";

/** Something a person may mean to ask: a declared question, a title, a heading. */
export interface Suggestable {
  readonly text: string;
  /** Number of the passage it leads to. */
  readonly passage: number;
  /** Declared questions come before titles, titles before headings. */
  readonly rank: 0 | 1 | 2;
}

/** Completes what is being typed: every word in any order, the last one as a prefix, slips of the finger forgiven. */
export type Suggest = (
  typed: string,
  limit: number,
  mayRead: (passage: number) => boolean,
) => readonly Suggestable[];

const WORDS = 8;
/** A prefix shorter than this matches whole words only, or half the vocabulary would. */
const SHORTEST_PREFIX = 2;
/** Shorter words are one slip from too many others; each letter costs fifty look-ups. */
const SHORTEST_SLIP = 4;
const LONGEST_SLIP = 20;
/** Words a prefix may stand for, and entries that are looked at: what keeps a keystroke cheap. */
const EXPANSIONS = 200;
const VISITS = 20_000;

/** Builds the table: the sorted words of all entries, each with who holds it. */
export function buildSuggest(entries: readonly Suggestable[]): Suggest {
  const holders = new Map<string, number[]>();
  for (const [index, { text }] of entries.entries()) {
    for (const word of plainWords(text)) {
      const held = holders.get(word);
      if (held === undefined) holders.set(word, [index]);
      else if (held.at(-1) !== index) held.push(index);
    }
  }
  const words = [...holders.keys()].toSorted();
  const score = new Float64Array(entries.length);

  return (typed, limit, mayRead) => {
    const asked = plainWords(typed.slice(0, 400)).slice(-WORDS);
    if (asked.length === 0) {
      return firstFew(entries, limit, mayRead);
    }
    const finished = /\s$/u.test(typed);
    const touched = new Set<number>();
    // What only others may read must not show in whether a slip is forgiven.
    const mayKnow = (word: string): boolean =>
      (holders.get(word) ?? []).some((index) => mayRead(entries[index]?.passage ?? -1));
    let visits = 0;
    for (const [position, word] of asked.entries()) {
      const open = position === asked.length - 1 && !finished;
      const best = new Map<number, number>();
      for (const [match, quality] of matchesOrSlips(words, { typed: word, open, mayKnow })) {
        const held = holders.get(match) ?? [];
        const weight = quality * Math.log(1 + entries.length / held.length);
        for (const index of held) {
          if (++visits > VISITS) break;
          best.set(index, Math.max(best.get(index) ?? 0, weight));
        }
      }
      for (const [index, weight] of best) {
        touched.add(index);
        // Every word must match where any entry holds them all: a match is worth more than any rarity.
        score[index] = (score[index] ?? 0) + 100 + weight;
      }
    }
    const ordered = [...touched]
      .map((index) => ({ index, total: score[index] ?? 0, entry: entries[index] as Suggestable }))
      .filter(({ entry }) => mayRead(entry.passage))
      .toSorted(
        (a, b) =>
          b.total - a.total ||
          a.entry.rank - b.entry.rank ||
          a.entry.text.length - b.entry.text.length ||
          a.index - b.index,
      );
    for (const index of touched) score[index] = 0;
    const least = Math.floor((ordered[0]?.total ?? 0) / 100);
    const chosen: Suggestable[] = [];
    const seen = new Set<string>();
    for (const { entry, total } of ordered) {
      if (chosen.length >= limit || Math.floor(total / 100) < least) break;
      const key = entry.text.toLowerCase();
      if (seen.has(key)) continue;
      seen.add(key);
      chosen.push(entry);
    }
    return chosen;
  };
}

function firstFew(
  entries: readonly Suggestable[],
  limit: number,
  mayRead: (passage: number) => boolean,
): readonly Suggestable[] {
  const chosen: Suggestable[] = [];
  for (const entry of entries) {
    if (chosen.length >= limit) break;
    if (entry.rank === 0 && mayRead(entry.passage)) chosen.push(entry);
  }
  return chosen;
}

function plainWords(text: string): string[] {
  const words: string[] = [];
  eachRawWord(text.toLowerCase(), (word) => words.push(word));
  return words;
}

/** The same; where there are none, those of what is one slip of the finger away ("kuberntes"). */
function* matchesOrSlips(
  words: readonly string[],
  asked: {
    readonly typed: string;
    readonly open: boolean;
    readonly mayKnow: (word: string) => boolean;
  },
): Generator<readonly [string, number]> {
  const { typed, open, mayKnow } = asked;
  let none = true;
  for (const match of matches(words, typed, open)) {
    none &&= !mayKnow(match[0]);
    yield match;
  }
  if (!none || typed.length < SHORTEST_SLIP || typed.length > LONGEST_SLIP) return;
  for (const { text } of slips(typed)) {
    if (text[0] !== typed[0]) continue;
    for (const [word, quality] of matches(words, text, open)) yield [word, quality * 0.5];
  }
}

/** Words of the table that a typed word may stand for: itself, and its completions while it is being typed. */
function* matches(
  words: readonly string[],
  typed: string,
  open: boolean,
): Generator<readonly [string, number]> {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle] ?? "") < typed) low = middle + 1;
    else high = middle;
  }
  for (let at = low, count = 0; at < words.length && count < EXPANSIONS; at++, count++) {
    const word = words[at] ?? "";
    if (word === typed) yield [word, 1];
    else if (!word.startsWith(typed)) return;
    else if (open && typed.length >= SHORTEST_PREFIX) yield [word, 0.9];
    else if (word.length - typed.length <= 2 && typed.length >= 4) yield [word, 0.8]; // database, databases
  }
}
