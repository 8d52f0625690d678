import type { Sentence } from "../knowledge/sentences.ts";
import type { Slots } from "../search/slots.ts";
import type { Vocabulary } from "../search/vocabulary.ts";
import type { Passage } from "../types.ts";
import type { Comparison, Side } from "./comparison.ts";
import { said, saysAll } from "./said.ts";

/** What of a table is about the two sides. */
export interface ComparedRows {
  readonly sentence: Sentence;
  /** None where a column is about each. */
  readonly rows: readonly number[] | undefined;
}

/** Which cells of a row part the one from the other when a table is read as text. */
const CELLS = " | ";

/**
 * The rows of the first table whose first cells name either side, or one that has a column for each. A side's
 * further words ("junior *salary*") may stand in the row or above it.
 */
export function rowsOf(
  slots: Slots,
  vocabulary: Vocabulary,
  { sides }: Comparison,
  passage: Passage | undefined,
  sentences: readonly Sentence[],
): ComparedRows | undefined {
  const [left, right] = sides;
  const above = said(slots, vocabulary, passage?.headings.join(" ") ?? "");
  const rows = sentences.filter(({ kind }) => kind === "row");
  for (const block of new Set(rows.map((row) => row.block))) {
    const own = rows.filter((row) => row.block === block);
    const [first] = own;
    if (first === undefined) continue;
    const columns = first.columns.split(CELLS).map((cell) => said(slots, vocabulary, cell));
    const columnsOf = (side: Side): number[] =>
      columns.flatMap((cell, column) => (saysAll(cell, side) ? [column] : []));
    const [ofLeft, ofRight] = [columnsOf(left), columnsOf(right)];
    if (ofLeft.some((one) => ofRight.some((other) => other !== one))) {
      return { sentence: first, rows: undefined };
    }
    const around = new Set([
      ...above.words,
      ...said(slots, vocabulary, `${first.leadIn} ${first.columns}`).words,
    ]);
    const read = own.map((row) => ({
      row,
      head: said(slots, vocabulary, row.text.split(CELLS)[0] ?? ""),
      words: new Set([...around, ...said(slots, vocabulary, row.text).words]),
    }));
    const named = (side: Side, other: Side): Sentence[] => {
      const telling = side.filter((slot) => !other.includes(slot));
      const those = read.filter(
        ({ head, words }) =>
          telling.some((slot) => head.words.has(slot)) && saysAll({ words }, side),
      );
      const fewest = Math.min(...those.map(({ head }) => head.others));
      return those.filter(({ head }) => head.others === fewest).map(({ row }) => row);
    };
    const lefts = named(left, right);
    const rights = named(right, left);
    const shown = own.filter((row) => lefts.includes(row) || rights.includes(row));
    const tells = tellsApart(vocabulary, lefts, rights) && tellsApart(vocabulary, rights, lefts);
    if (tells && shown.length > 1 && shown[0] !== undefined) {
      return { sentence: shown[0], rows: shown.map((row) => row.part) };
    }
  }
  return undefined;
}

/** Whether some rows say something in their other cells that the others do not: only then there is something to compare. */
function tellsApart(
  vocabulary: Vocabulary,
  rows: readonly Sentence[],
  others: readonly Sentence[],
): boolean {
  const wordsOf = (row: Sentence): readonly number[] =>
    vocabulary.contentIds(row.text.split(CELLS).slice(1).join(CELLS));
  const known = new Set(others.flatMap(wordsOf));
  return rows.flatMap(wordsOf).some((word) => !known.has(word));
}
