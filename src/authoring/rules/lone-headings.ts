import type { Rule } from "../draft.ts";

/** Words that say nothing about the thing a section is about. */
const EMPTY_WORDS = new Set(
  `a about added additional advantage advantages also an and answer answers appendix are as at background basic basics be benefit
  benefits by can cause causes changed changes conclusion configuration configure cons contact contents context could definition deprecated description
  detail details difference differences disadvantage disadvantages do does drawback drawbacks example examples explanation
  fact facts faq feature features figure final first fixed for from further general get getting goal goals good guide help here
  history how i important in info information install installation intro introduction is issues it its key kinds last limit
  limitation limitations limits link links list main misc miscellaneous more motivation my next no not note notes of on
  option options or other others our overview part philosophy prerequisite prerequisites problem problems procedure pros
  purpose question questions quick read reading reason reasons reference references related remarks removed requirement requirements
  resources result results scope second section see setup should solution solutions start started step steps summary support
  table that the their them there these they third this those to tip tips topic topics troubleshooting type types unreleased us usage
  use used uses using various we what when where which who why with work works you your`.split(
    /\s+/,
  ),
);

const NUMBER = /^\p{N}+$/u;
/** “v2.1” is a version; “V8” may be a name. */
const VERSION_SIGN = /\bv(?=\p{N}+\.)/giu;
/** A section that is too long for one passage has others behind its first. */
const LATER_PART = /~\d+$/u;
/** In place of the name that neither the page nor its headings tell. */
const NAME = "NAME";

/**
 * Headings that mean something only below the title: in a list of results, on a button, in a citation they stand alone. Each once
 * a page, however often it stands there: a list of changes says “Fixed” with every version.
 */
export const loneHeadings: Rule = ({ pages }) =>
  pages.flatMap(({ path, title, passages }) => {
    const sections = passages
      .map(({ passage }) => passage)
      .filter(({ id }) => !LATER_PART.test(id));
    const alike = Map.groupBy(sections, ({ headings }) => headings.at(-1) ?? title);
    return [...alike].flatMap(([heading, [first, ...more]]) => {
      if (first === undefined || !saysNothing(heading)) return [];
      const times = more.length === 0 ? "" : `, ${more.length + 1} times on this page,`;
      return {
        page: path,
        line: first.lines[0],
        severity: "warning" as const,
        code: "lone-heading",
        message: `The heading “${heading.slice(0, 80)}”${times} does not say what it is about when it stands alone`,
        remedy: `Name the thing in it, for example “${better(heading, [title, ...first.headings.slice(0, -1)]).slice(0, 120)}”.`,
      };
    });
  });

/** The heading with what it is about: the closest heading above it that tells, and the version it stands below. */
function better(heading: string, above: readonly string[]): string {
  const name = above.findLast((one) => !saysNothing(one)) ?? NAME;
  if (isNumber(heading)) return `${name}: ${bare(heading)}`;
  const version = above.slice(1).findLast(isNumber);
  return `${heading}: ${version === undefined ? name : `${name} ${bare(version)}`}`;
}

function saysNothing(heading: string): boolean {
  return wordsOf(heading).every((word) => EMPTY_WORDS.has(word) || NUMBER.test(word));
}

/** Whether it is a version, a day or another number, and no word. */
function isNumber(heading: string): boolean {
  return wordsOf(heading).every((word) => NUMBER.test(word));
}

/** A version without the brackets of a link. */
function bare(heading: string): string {
  return heading.replaceAll(/[[\]]/gu, "");
}

function wordsOf(heading: string): readonly string[] {
  return (
    heading
      .replaceAll(VERSION_SIGN, "")
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  );
}
