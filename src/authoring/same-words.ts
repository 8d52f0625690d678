/** What two names or questions have to have in common to be the same to a reader: words, not case or punctuation. */
export function sameWords(text: string): string {
  return (
    text
      .normalize("NFKC")
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}+#]+/gu) ?? []
  ).join(" ");
}
