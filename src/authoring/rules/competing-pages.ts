import type { Asked, Rule } from "../draft.ts";
import { pageOf, placeOf, rivalsOf } from "../rivals.ts";

/** Pairs of pages that answer the same question about equally well, measured by asking; one problem for each pair. */
export const competingPages: Rule = ({ asked }) => {
  const contested = asked.flatMap((one) => {
    const rivals = rivalsOf(one.text, one.why);
    return rivals === undefined ? [] : { asked: one, rivals };
  });
  const pairs = Map.groupBy(contested, ({ rivals }) => rivals.map(pageOf).toSorted().join("\n"));
  return [...pairs.values()].flatMap(([first, ...more]) => {
    if (first === undefined) return [];
    const [best, second] = first.rivals;
    const others =
      more.length === 0 ? "" : ` (and ${more.length} more of their questions and headings)`;
    return {
      page: first.asked.page,
      line: first.asked.line,
      severity: "warning" as const,
      code: "competing-pages",
      message: `Two pages compete for ${named(first.asked)}${others}: ${placeOf(best)} and ${placeOf(second)}`,
      remedy:
        "Say it on one of them and link to it from the other, or let headings and questions say how the two differ.",
    };
  });
};

function named({ kind, text }: Asked): string {
  return kind === "question" ? `“${text.slice(0, 120)}”` : `the heading “${text.slice(0, 120)}”`;
}
