import { counted, figure } from "../../phrases.ts";
import type { Rule } from "../draft.ts";

const DAY_MS = 86_400_000;

/** Pages whose answers did not help since somebody last reviewed them: what people say, where the page's author looks. */
export const votedDown: Rule = ({ pages, votes }) => {
  const reviews = new Map(pages.map(({ path, frontMatter }) => [path, frontMatter.reviewed]));
  return votes
    .filter(({ page, notHelpful, latest }) => {
      const reviewed = reviews.get(page);
      const reviewedAt = reviewed === undefined ? 0 : Date.parse(reviewed) + DAY_MS;
      return notHelpful > 0 && reviews.has(page) && latest >= reviewedAt;
    })
    .map(({ page, helpful, notHelpful }) => ({
      page,
      line: 0,
      severity: "warning",
      code: "voted-down",
      message: `${figure(notHelpful)} of ${counted(helpful + notHelpful, "vote")} on answers from this page ${notHelpful === 1 ? "says" : "say"} that it did not help`,
      remedy:
        "`docent gaps` lists what was asked and what was missing: mend the page and set `reviewed` to today, or leave the question to another page with `never:`.",
    }));
};
