import { isWeak } from "../search/weak-words.ts";
import type { Slots } from "../search/slots.ts";
import { stemOf, wordsOf } from "../search/terms.ts";

/** One of the things compared: the numbers of its content words. */
export type Side = readonly number[];

/** What a question compares, and the numbers of the words that say what else is asked about it ("faster", "for games"). */
export interface Comparison {
  readonly sides: readonly [Side, Side];
  readonly rest: readonly number[];
}

const READ = 400;
/** Words of one name, at most. */
const LONGEST_NAME = 3;
const ARTICLES: ReadonlySet<string> = new Set(["a", "an", "the", "using", "between", "of"]);
/** What is done with either side, and when: no part of a name. */
const ASIDE: ReadonlySet<string> = new Set(
  "learn use using choose pick study start try take prefer know compare compared comparing comparison difference differences differ differs different make makes better best first today".split(
    " ",
  ),
);
const ALWAYS: ReadonlySet<string> = new Set(["vs", "versus", "or"]);
/** These part two sides only where a comparison was announced before them. */
const ANNOUNCED =
  /\b(?:differences?|between|compar(?:e|es|ed|ing|ison)|differs?|different|choos(?:e|ing))\b/iu;
/** Or behind both: "how do X and Y differ". */
const DIFFER: ReadonlySet<string> = new Set(["differ", "different"]);
const PARTS: ReadonlySet<string> = new Set(["and", "with", "to", "from"]);

interface Word {
  readonly text: string;
  readonly slots: readonly number[];
  /** Whether it follows the word before it with nothing but a space or a dash between them. */
  readonly joined: boolean;
  /** Whether a comma stands before it. */
  readonly listed: boolean;
}

/** Reads the two sides of a comparison, where the question names both; words of the question before do not count. */
export function comparisonOf(slots: Slots): Comparison | undefined {
  const words = read(slots);
  for (const [at, { text }] of words.entries()) {
    if (!parts(words, at, text)) continue;
    let before = text === "than" ? at - 2 : at - 1;
    while (ASIDE.has(words[before]?.text ?? "")) before--;
    const left = sideOf(words, before, -1);
    const right = sideOf(words, at + 1, 1);
    if (left.length === 0 || right.length === 0) continue;
    const isSame = left.every((slot) => right.includes(slot));
    if (isSame || right.every((slot) => left.includes(slot))) continue;
    if (hasMore(words, at)) return undefined;
    const rest = slots.query.content.flatMap(({ stem, carried }, slot) =>
      carried || isWeak(stem) || isAside(stem) || left.includes(slot) || right.includes(slot)
        ? []
        : [slot],
    );
    return { sides: [left, right], rest };
  }
  return undefined;
}

function read({ query }: Slots): Word[] {
  const text = query.text.slice(0, READ);
  const slotOf = new Map(query.content.map(({ stem }, slot) => [stem, slot]));
  let end = 0;
  return wordsOf(text).map((word): Word => {
    const between = text.slice(end, word.start);
    const joined = /^[\s/–-]*$/u.test(between);
    end = word.start + word.text.length;
    const slots = word.terms.flatMap(({ stem }) => slotOf.get(stem) ?? []);
    return { text: word.text.toLowerCase(), slots, joined, listed: between.includes(",") };
  });
}

/** Whether more than two are compared: "cats, dogs and birds", "cats vs dogs vs birds". */
function hasMore(words: readonly Word[], at: number): boolean {
  const isParting = ({ text }: Word): boolean => ALWAYS.has(text) || PARTS.has(text);
  const behind = words.slice(at + 1, at + 2 + 2 * LONGEST_NAME);
  if (behind.some((word) => ALWAYS.has(word.text) || word.text === "and")) return true;
  return words.some((word, index) => {
    const before = words[index - 1];
    if (!word.listed || index > at + 2 * LONGEST_NAME || before === undefined) return false;
    return before.slots.length > 0 && !ASIDE.has(before.text) && !isParting(before);
  });
}

function parts(words: readonly Word[], at: number, text: string): boolean {
  if (ALWAYS.has(text) || text === "than") return true;
  if (!PARTS.has(text)) return false;
  const before = words.slice(0, at).map((one) => one.text);
  if (ANNOUNCED.test(before.join(" "))) return true;
  const behind = words.slice(at + 2, at + 2 + LONGEST_NAME);
  return text === "and" && behind.some((one) => DIFFER.has(one.text));
}

/** The name that begins there and goes on in that direction. */
function sideOf(words: readonly Word[], from: number, step: 1 | -1): Side {
  let at = from;
  while (step > 0 && ARTICLES.has(words[at]?.text ?? "")) at++;
  const name: Word[] = [];
  for (; name.length < LONGEST_NAME; at += step) {
    const word = words[at];
    if (word === undefined || word.slots.length === 0 || ASIDE.has(word.text)) break;
    name.push(word);
    if (step > 0 ? words[at + 1]?.joined !== true : !word.joined) break;
  }
  return [...new Set(name.flatMap((word) => word.slots))];
}

const ASIDE_STEMS: ReadonlySet<string> = new Set([...ASIDE].map(stemOf));

function isAside(stem: string): boolean {
  return ASIDE_STEMS.has(stem);
}
