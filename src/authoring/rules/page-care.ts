import type { Problem } from "../../types.ts";
import type { Rule } from "../draft.ts";
import { lineFinder } from "../line-of.ts";

const DAY_MS = 86_400_000;
/** From then on an answer says “last reviewed over a year ago” to everybody who asks. */
const REVIEW_DAYS = 365;

/** Pages that nobody looks after: without an owner, or not reviewed for a year. */
export const pageCare: Rule = ({ source, pages, now }) => {
  const lineOf = lineFinder(source);
  return pages.flatMap(({ path, frontMatter: { owner, reviewed } }) => {
    const problems: Problem[] = [];
    if (owner === undefined) {
      problems.push({
        page: path,
        line: 1,
        severity: "warning",
        code: "no-owner",
        message: "The page has no owner, so nobody is asked when it is wrong",
        remedy: "Write `owner:` and who keeps the page up to date into its front matter.",
      });
    }
    const days = reviewed === undefined ? 0 : Math.floor((now - Date.parse(reviewed)) / DAY_MS);
    if (days > REVIEW_DAYS) {
      problems.push({
        page: path,
        line: lineOf(path, /^\s*["']?reviewed["']?\s*:/),
        severity: "warning",
        code: "review-overdue",
        message: `The page was last reviewed ${days} days ago, on ${reviewed}; ${REVIEW_DAYS} is the limit`,
        remedy: "Read it against its sources, then write today's date as `reviewed`.",
      });
    }
    return problems;
  });
};
