import type { Sentence } from "../knowledge/sentences.ts";
import { bodyRange, titleRange } from "../search/arrays.ts";
import type { Arrays } from "../search/arrays.ts";
import { isWeak } from "../search/weak-words.ts";
import type { Ranked } from "../search/ranking.ts";
import type { Slots } from "../search/slots.ts";
import type { Passage } from "../types.ts";
import type { Comparison, Side } from "./comparison.ts";
import { rowsOf } from "./compared-rows.ts";
import { said, saysAll } from "./said.ts";
import { holdings } from "./sentence-signals.ts";

/** A passage that says something about what is compared. */
export interface Place {
  readonly number: number;
  readonly sentence: Sentence;
  /** The rows of the sentence's table that are about either side; none where the whole passage is. */
  readonly rows: readonly number[] | undefined;
  /** It is an entry of many, and the others answer other questions. */
  readonly isEntry?: boolean;
}

/** The one or two places that answer, and how sure that is by the form of the pages alone. */
export interface Compared {
  readonly places: readonly [Place] | readonly [Place, Place];
  readonly sure: number;
  /** What that form is: "a table or a section compares both". */
  readonly says: string;
}

/** What a comparison is answered from. */
export interface Compares {
  readonly arrays: Arrays;
  readonly slots: Slots;
  readonly comparison: Comparison;
  readonly passages: readonly Passage[];
  readonly sentences: (passage: number) => readonly Sentence[];
}

/** Passages that are looked at, best first. */
const LOOKED = 20;
/** A section or a table about both sides answers; a section about each leaves the comparing to the reader. */
const SURE = { both: 0.75, each: 0.55 } as const;
/** What a word itself, a synonym or a slip put right counts, at least; and the least share of a part of one. */
const SYNONYM = 0.85;
const PART = 0.25;
/** What else the heading of the section about a side may say. */
const MORE_WORDS = 1;

/**
 * The section about both sides, the table with a row or a column for either, or else the section about each; none where a page
 * says that it does not compare them.
 */
export function comparedIn(compares: Compares, ranked: readonly Ranked[]): Compared | undefined {
  const { arrays, slots, comparison, passages } = compares;
  const pages = new Set(ranked.map(({ passage }) => arrays.page[passage] ?? 0));
  if ([...pages].some((page) => forbids(compares, page))) return undefined;
  const looked = ranked.slice(0, LOOKED).map(({ passage }) => passage);
  const [left, right] = comparison.sides;
  const about = looked.filter((passage) => holdsAll(compares, passage));
  const headed = about.filter((passage) => {
    const head = said(slots, arrays.vocabulary, passages[passage]?.headings.at(-1) ?? "");
    return saysAll(head, [...left, ...right]) && head.others <= MORE_WORDS;
  });
  for (const number of [...headed, ...about]) {
    const place =
      inTable(compares, number) ??
      (headed.includes(number) ? opening(compares, number) : undefined);
    if (place !== undefined)
      return { places: [place], sure: SURE.both, says: "a section or a table is about both" };
  }
  if (comparison.rest.length > 0) return undefined;
  const first = sectionAbout(compares, ranked, left);
  const second = sectionAbout(compares, ranked, right);
  if (first === undefined || second === undefined || first.number === second.number)
    return undefined;
  return { places: [first, second], sure: SURE.each, says: "there is a section about each" };
}

/** The rows or columns of a passage that are about either side. */
export function inTable(compares: Compares, number: number): Place | undefined {
  const { arrays, slots, comparison, passages, sentences } = compares;
  const found = rowsOf(slots, arrays.vocabulary, comparison, passages[number], sentences(number));
  return found && { number, sentence: found.sentence, rows: found.rows };
}

/** A passage from its beginning. */
export function opening(
  { sentences }: Pick<Compares, "sentences">,
  number: number,
): Place | undefined {
  const sentence = sentences(number)[0];
  return sentence && { number, sentence, rows: undefined };
}

/** The section headed by a side and little else behind it, whose first sentence names it. */
function sectionAbout(
  compares: Compares,
  ranked: readonly Ranked[],
  side: Side,
): Place | undefined {
  const { arrays, slots, passages } = compares;
  let best: Place | undefined;
  let fewest = MORE_WORDS + 1;
  for (const { passage } of ranked) {
    const head = said(slots, arrays.vocabulary, passages[passage]?.headings.at(-1) ?? "");
    if (!saysAll(head, side) || !head.first || head.others >= fewest) continue;
    const place = opening(compares, passage);
    const first = said(slots, arrays.vocabulary, place?.sentence.text ?? "");
    if (side.some((slot) => first.words.has(slot))) [best, fewest] = [place, head.others];
  }
  return best;
}

/** Whether a passage with its headings holds something of both sides, and all else that is asked. */
function holdsAll({ arrays, slots, comparison }: Compares, passage: number): boolean {
  const body = holdings(slots, arrays.terms, ...bodyRange(arrays, passage));
  const title = holdings(slots, arrays.titleTerms, ...titleRange(arrays, passage));
  const share = (slot: number): number => Math.max(body[slot] ?? 0, title[slot] ?? 0);
  return (
    comparison.sides.flat().every((slot) => share(slot) >= PART) &&
    comparison.rest.every((slot) => share(slot) >= SYNONYM)
  );
}

/** Whether a page must not be used for a question that names both sides and asks nothing else of them. */
function forbids({ arrays, slots, comparison }: Compares, page: number): boolean {
  const { vocabulary, pageNamed, namedWeight, namedStart, namedTerms } = arrays;
  const sides = comparison.sides.flat();
  const end = pageNamed.end[page] ?? 0;
  for (let name = pageNamed.first[page] ?? 0; name < end; name++) {
    if ((namedWeight[name] ?? 0) >= 0) continue;
    const from = namedStart[name] ?? 0;
    const to = namedStart[name + 1] ?? 0;
    const held = holdings(slots, namedTerms, from, to);
    if (!sides.every((slot) => (held[slot] ?? 0) >= SYNONYM)) continue;
    const isOther = (term: number): boolean =>
      vocabulary.content[term] === 1 &&
      (slots.slotOf[term] ?? 0) <= 0 &&
      !isWeak(vocabulary.stems[term] ?? "");
    if (!namedTerms.subarray(from, to).some(isOther)) return true;
  }
  return false;
}
