/**
 * Whether a shown text holds one of the gold texts, both without case, mark-up and punctuation, on word boundaries. A gold
 * text longer than a sentence counts as held by a sentence of five words or more that lies wholly within it.
 */
export function holdsGold(shown: string, golds: readonly string[]): boolean {
  const text = normal(shown);
  return golds.some((gold) => {
    const wanted = normal(gold);
    if (wanted.length <= 2) return false; // nothing but spaces
    return text.includes(wanted) || (words(text) >= 5 && wanted.includes(text));
  });
}

function normal(text: string): string {
  return ` ${text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim()} `;
}

function words(text: string): number {
  return text.trim().split(" ").length;
}
