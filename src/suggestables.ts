import type { Knowledge } from "./knowledge/read-pages.ts";
import type { Suggestable } from "./search/suggest.ts";

/** What autocomplete offers: declared questions, then titles, then headings. */
export function suggestables(
  knowledge: Knowledge,
  numbers: ReadonlyMap<string, number>,
): Suggestable[] {
  const entries: Suggestable[] = [];
  const firstOfPage = new Map<string, number>();
  for (const { passage } of knowledge.indexed) {
    const number = numbers.get(passage.id) ?? 0;
    if (!firstOfPage.has(passage.page)) firstOfPage.set(passage.page, number);
  }
  for (const question of knowledge.declared) {
    const passage = numbers.get(question.passage ?? "") ?? firstOfPage.get(question.page);
    if (question.kind === "answers" && passage !== undefined) {
      entries.push({ text: question.text, passage, rank: 0 });
    }
  }
  const seen = new Set<string>();
  for (const { passage } of knowledge.indexed) {
    const number = numbers.get(passage.id) ?? 0;
    for (const [depth, text] of passage.headings.entries()) {
      const key = `${passage.page}\n${passage.headings.slice(0, depth + 1).join("\n")}`;
      if (seen.has(key)) continue;
      seen.add(key);
      entries.push({ text, passage: number, rank: depth === 0 ? 1 : 2 });
    }
  }
  return entries.toSorted((a, b) => a.rank - b.rank);
}
