import { readFileSync } from "node:fs";
import wordList from "word-list";

const NEWLINE = 10;

/**
 * Whether a lower-case word is an English one. The list (275,000 words in order, 2.8 MB) is read at the first question that
 * holds an unknown word, and searched where it lies: no word of it becomes an object.
 */
export function englishWords(path: string = wordList): (word: string) => boolean {
  let list: Buffer | undefined;
  return (word) => {
    list ??= readFileSync(path);
    return holds(list, Buffer.from(word));
  };
}

/** Binary search over lines; each probe is moved to the start of its line. */
function holds(list: Buffer, word: Buffer): boolean {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const start = middle === 0 ? 0 : list.lastIndexOf(NEWLINE, middle - 1) + 1;
    const found = list.indexOf(NEWLINE, start);
    const end = found < 0 ? list.length : found;
    const order = list.compare(word, 0, word.length, start, end);
    if (order === 0) return true;
    if (order < 0) low = end + 1;
    else high = start;
  }
  return false;
}
