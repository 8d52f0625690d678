import { noticeText } from "../../src/index.ts";
import type { Notice } from "../../src/index.ts";
import type { WebProblem } from "./problem.ts";

/** A sentence of our own in place of an answer, as an error of the API. */
export function noticeProblem(notice: Notice): WebProblem {
  const detail = noticeText(notice);
  switch (notice.kind) {
    case "busy":
    case "limited":
      return {
        name: "rate-limited",
        detail,
        remedy: "Come back after the time in Retry-After (seconds).",
        retryInMs: notice.kind === "limited" ? notice.retryInMs : 60_000,
      };
    case "too-long":
      return {
        name: "question-too-long",
        detail,
        remedy: `Send at most ${notice.limit} characters.`,
        errors: [{ where: "question", message: `has ${notice.length} characters` }],
      };
    case "too-hard":
      return { name: "question-too-hard", detail, remedy: "Ask it in fewer words." };
    case "no-knowledge":
      return { name: "no-knowledge", detail, remedy: "Try again in a minute.", retryInMs: 60_000 };
    case "broken":
      return {
        name: "internal-error",
        detail,
        remedy: "Try again; if it stays so, give the admins the id.",
        id: notice.id,
      };
    case "text-only":
      return { name: "invalid-request", detail, remedy: "Send the question as text." };
  }
}
