const ENDING = " \n\t?.!";

/** What two texts share that are the same word for word, whatever their case and the mark at their end. */
function verbatim(text: string): string {
  let end = text.length;
  while (end > 0 && ENDING.includes(text[end - 1] ?? "")) end--;
  return text.slice(0, end).toLowerCase();
}

/** Texts by how they are worded: each has the number of its wording, so that one said a thousand times costs no more than another. */
export interface Wordings {
  /** Notes the next text. */
  add(text: string): void;
  /** The number of a wording; -1 where none of the texts has it. */
  find(text: string): number;
  /** The number of the wording of the text at that place, in the order they were added. */
  of(place: number): number;
}

export function createWordings(): Wordings {
  const numbers = new Map<string, number>();
  const ofPlace: number[] = [];
  return {
    add(text) {
      const wording = verbatim(text);
      const number = numbers.get(wording) ?? numbers.size;
      numbers.set(wording, number);
      ofPlace.push(number);
    },
    find: (text) => numbers.get(verbatim(text)) ?? -1,
    of: (place) => ofPlace[place] ?? -1,
  };
}
