const ENDING = " \n\t?.!";

/** What two texts share that are the same word for word, whatever their case and the mark at their end. */
export function verbatim(text: string): string {
  let end = text.length;
  while (end > 0 && ENDING.includes(text[end - 1] ?? "")) end--;
  return text.slice(0, end).toLowerCase();
}
