import type { Passage } from "../../src/index.ts";
import { seeded, shuffled } from "../quality/seeded.ts";

const SEED = 20_261;
const FORMS: readonly ((heading: string) => string)[] = [
  (heading) => heading,
  (heading) => `what is ${heading}?`,
  (heading) => `how do I use ${heading}`,
  (heading) => `when should ${heading} be chosen, and why?`,
];

/** Questions made from headings and the titles above them: the same for the same pages, in an order of their own. */
export function questionsFrom(passages: readonly Passage[], count: number): readonly string[] {
  const headings = [...new Set(passages.map(({ headings }) => headings.slice(-2).join(" ")))];
  const chosen = shuffled(headings.toSorted(), seeded(SEED));
  return Array.from({ length: count }, (_, index) => {
    const heading = chosen[index % Math.max(1, chosen.length)] ?? "";
    const form = FORMS[index % FORMS.length] ?? FORMS[0];
    return form?.(heading) ?? heading;
  });
}
