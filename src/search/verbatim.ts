/** What two texts share that are the same word for word, whatever their case and the mark at their end. */
export function verbatim(text: string): string {
  return text.toLowerCase().replace(/[\s?.!]+$/, "");
}
