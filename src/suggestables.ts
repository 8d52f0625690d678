import type { Suggestable } from "./search/suggest.ts";
import type { DeclaredQuestion, Passage } from "./types.ts";

/** What autocomplete offers: declared questions, then titles, then headings. */
export function suggestables(
  declared: readonly DeclaredQuestion[],
  passages: readonly Passage[],
): Suggestable[] {
  const entries: Suggestable[] = [];
  const numbers = new Map<string, number>();
  const firstOfPage = new Map<string, number>();
  for (const [number, { id, page }] of passages.entries()) {
    numbers.set(id, number);
    if (!firstOfPage.has(page)) firstOfPage.set(page, number);
  }
  for (const question of declared) {
    const passage = numbers.get(question.passage ?? "") ?? firstOfPage.get(question.page);
    if (question.kind === "answers" && passage !== undefined) {
      entries.push({ text: question.text, passage, rank: 0 });
    }
  }
  const seen = new Set<string>();
  for (const [number, passage] of passages.entries()) {
    for (const [depth, text] of passage.headings.entries()) {
      const key = `${passage.page}\n${passage.headings.slice(0, depth + 1).join("\n")}`;
      if (seen.has(key)) continue;
      seen.add(key);
      entries.push({ text, passage: number, rank: depth === 0 ? 1 : 2 });
    }
  }
  return entries.toSorted((a, b) => a.rank - b.rank);
}
