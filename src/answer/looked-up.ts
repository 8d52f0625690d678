import { inlineText } from "../plain-text.ts";
import type { Ranked } from "../search/ranking.ts";
import { isWeak } from "../search/weak-words.ts";
import type { Block, Inline, Passage } from "../types.ts";
import type { Compared } from "./compared.ts";
import type { Entries } from "./defined-terms.ts";
import { holdsExpected, STRICT } from "./expected.ts";
import type { Question } from "./question.ts";
import { said } from "./said.ts";
import type { Said } from "./said.ts";

/** Passages that are looked at, best first, and the share of the question that they hold at least. */
const LOOKED = 20;
const HELD = 0.8;
/** A table is made to be asked for a row and a column. */
const SURE = 0.8;
/** What else than what is asked one of the two may say ("Price per site and month"). */
const MORE_WORDS = 3;

type Table = Extract<Block, { kind: "table" }>;

/**
 * The rows of a table that are asked for by what they and one of its columns are called, where these, with the headings above, are all
 * that is asked: "the staging URL", "users of the Floe plan".
 */
export function lookedUpIn(
  entries: Entries,
  { expected }: Pick<Question, "expected">,
  ranked: readonly Ranked[],
): Compared | undefined {
  const { passages, sentences } = entries;
  for (const { passage: number, covered } of ranked.slice(0, LOOKED)) {
    const passage = passages[number];
    if (passage === undefined || covered < HELD) continue;
    for (const [at, block] of passage.body.entries()) {
      const rows = block.kind === "table" ? askedRows(entries, expected, passage, block) : [];
      const sentence = sentences(number).find((one) => one.block === at && one.part === rows[0]);
      if (sentence === undefined) continue;
      const says = "a table has a row and a column of these names";
      return { places: [{ number, sentence, rows, isEntry: true }], sure: SURE, says };
    }
  }
  return undefined;
}

function askedRows(
  { arrays, slots }: Entries,
  expected: Question["expected"],
  { headings }: Passage,
  { header, rows }: Table,
): number[] {
  const { vocabulary } = arrays;
  const telling = slots.query.content.flatMap(({ stem }, slot) => (isWeak(stem) ? [] : [slot]));
  const saidBy = (text: string): Said => {
    const all = said(slots, vocabulary, text);
    return { ...all, words: new Set(telling.filter((slot) => all.words.has(slot))) };
  };
  const columns = header.slice(1).map((cell) => saidBy(inlineText(cell)));
  if (!columns.some(({ words }) => words.size > 0)) return [];
  const around = saidBy(headings.join(" ")).words;
  const isAll = (row: Said, column: Said): boolean =>
    telling.every((slot) => row.words.has(slot) || column.words.has(slot) || around.has(slot));
  const mayAnswer = (cell: readonly Inline[] = []): boolean =>
    !STRICT.has(expected) || holdsExpected(expected, inlineText(cell), slots.query.text) === "hit";
  return rows.flatMap(({ cells: [key = [], ...cells] }, index) => {
    const row = saidBy(inlineText(key));
    const isAsked = (column: Said, at: number): boolean =>
      areNamed(row, column) && isAll(row, column) && mayAnswer(cells[at]);
    return columns.some(isAsked) ? [index] : [];
  });
}

/** Whether both are asked for, each by words of its own, and one of them says nothing else. */
function areNamed(row: Said, column: Said): boolean {
  if (row.words.size === 0 || column.words.size === 0) return false;
  if ([...row.words].every((word) => column.words.has(word))) return false;
  const others = [row.others, column.others];
  return Math.min(...others) === 0 && Math.max(...others) <= MORE_WORDS;
}
