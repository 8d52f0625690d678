import { eachWord } from "./terms.ts";
import type { TermRole } from "./terms.ts";

/** The stems of a corpus as numbers. Grows while the arrays are built; afterwards it is only read. */
export interface Vocabulary {
  readonly stems: readonly string[];
  /** 1 where the stem is a content word. */
  readonly content: readonly number[];
  /** The stem's number, or -1. */
  idOf(stem: string): number;
  /** Appends the numbers of a text's terms to `out`, adding unknown stems. */
  intern(text: string, out: number[]): void;
  /** The numbers of a text's known terms, content words only. */
  contentIds(text: string): number[];
}

export function createVocabulary(): Vocabulary {
  const ids = new Map<string, number>();
  const stems: string[] = [];
  const content: number[] = [];
  const byWord = new Map<string, readonly number[]>();

  function add(stem: string, role: TermRole): number {
    const known = ids.get(stem);
    if (known !== undefined) return known;
    ids.set(stem, stems.length);
    content.push(role === "content" ? 1 : 0);
    return stems.push(stem) - 1;
  }

  return {
    stems,
    content,
    idOf: (stem) => ids.get(stem) ?? -1,
    intern(text, out) {
      eachWord(text, (terms, start, end) => {
        const word = text.slice(start, end);
        let numbers = byWord.get(word);
        if (numbers === undefined) {
          numbers = terms.map((term) => add(term.stem, term.role));
          byWord.set(word, numbers);
        }
        for (const id of numbers) out.push(id);
      });
    },
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
