import { createNumbers } from "./numbers.ts";

const ENDING = " \n\t?.!";

/** What two texts share that are the same word for word, whatever their case and the mark at their end. */
function verbatim(text: string): string {
  let end = text.length;
  while (end > 0 && ENDING.includes(text[end - 1] ?? "")) end--;
  return text.slice(0, end).toLowerCase();
}

/** Texts by how they are worded: each has the number of its wording, so that one said a thousand times costs no more than another. */
export interface Wordings {
  readonly numbers: ReadonlyMap<string, number>;
  /** The number of the wording of each text, in the order they came. */
  readonly of: Int32Array;
}

/** Takes one text after the other; `wordings`, once all are there, is what is kept of them. */
export function createWordings(): { add(text: string): void; wordings(): Wordings } {
  const numbers = new Map<string, number>();
  const of = createNumbers();
  return {
    add(text) {
      const wording = verbatim(text);
      const number = numbers.get(wording) ?? numbers.size;
      numbers.set(wording, number);
      of.push(number);
    },
    wordings: () => ({ numbers, of: of.toArray() }),
  };
}

/** The number of a wording; -1 where none of the texts has it. */
export function wordingOf({ numbers }: Wordings, text: string): number {
  return numbers.get(verbatim(text)) ?? -1;
}
