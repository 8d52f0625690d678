import type { Assistant } from "./driving.ts";
import type { Answer, Outcome } from "./types.ts";

/** Greetings, thanks, empty lines: answered with one line, without a source, and no gap in the knowledge. */
export function asksNothing(outcome: Outcome): boolean {
  return (
    outcome.kind === "abstained" &&
    (outcome.reason === "empty-query" || outcome.reason === "small-talk")
  );
}

const MOST = 3;

/** Questions to start with below the answer to a message that held no word; none below other answers. */
export async function starters(
  answer: Answer,
  assistant: Pick<Assistant, "pinned">,
): Promise<readonly string[]> {
  const empty = answer.kind === "abstained" && answer.reason === "empty-query";
  return empty ? assistant.pinned(answer.query.asker, MOST) : [];
}
