import type { Rule } from "../draft.ts";

/** Words that say nothing about the thing a section is about. */
const EMPTY_WORDS = new Set(
  `a about additional advantage advantages also an and answer answers appendix are as at background basic basics be benefit
  benefits by can cause causes conclusion configuration configure cons contact contents context could definition description
  detail details difference differences disadvantage disadvantages do does drawback drawbacks example examples explanation
  fact facts faq feature features figure final first for from further general get getting goal goals good guide help here
  history how i important in info information install installation intro introduction is issues it its key kinds last limit
  limitation limitations limits link links list main misc miscellaneous more motivation my next no not note notes of on
  option options or other others our overview part philosophy prerequisite prerequisites problem problems procedure pros
  purpose question questions quick read reading reason reasons reference references related remarks requirement requirements
  resources result results scope second section see setup should solution solutions start started step steps summary support
  table that the their them there these they third this those to tip tips topic topics troubleshooting type types us usage
  use used uses using various we what when where which who why with work works you your`.split(
    /\s+/,
  ),
);

/** Headings that mean something only below the title: in a list of results, on a button, in a citation they stand alone. */
export const loneHeadings: Rule = ({ pages }) =>
  pages.flatMap(({ path, title, passages }) => {
    const seen = new Set<string>();
    return passages.flatMap(({ passage }) => {
      const heading = passage.headings.at(-1) ?? title;
      if (seen.has(passage.headings.join("\n")) || !saysNothing(heading)) return [];
      seen.add(passage.headings.join("\n"));
      const better = heading === title ? "Redis" : `${heading}: ${title}`;
      return {
        page: path,
        line: passage.lines[0],
        severity: "warning" as const,
        code: "lone-heading",
        message: `The heading “${heading.slice(0, 80)}” does not say what it is about when it stands alone`,
        remedy: `Name the thing in it, for example “${better.slice(0, 120)}”.`,
      };
    });
  });

function saysNothing(heading: string): boolean {
  const words = heading.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.every((word) => EMPTY_WORDS.has(word) || /^\p{N}+$/u.test(word));
}
