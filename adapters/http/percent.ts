/** A share in words: nothing is ever quite sure, and nothing quite impossible. */
export function percent(share: number): string {
  if (share > 0.99) return "over 99 %";
  if (share > 0 && share < 0.01) return "under 1 %";
  return `${Math.round(share * 100)} %`;
}
