import { readQuestion } from "../answer/question.ts";
import { wordsOf } from "../search/terms.ts";
import type { Passage } from "../types.ts";

/** A heading that says what is asked is worth more than a body that mentions it. */
const HEADING_TIMES = 2;

/**
 * Finds the passage of a page that a question declared for the whole page belongs to: the one whose own heading and body
 * hold most of the question's words, and the first of those that hold as many. Returns an index into `passages`.
 */
export function placeQuestion(question: string, passages: readonly Passage[]): number {
  const asked = stemsOf(question);
  if (readQuestion(question).form === "definition") return placeDefinition(asked, passages);
  let best = 0;
  let most = -1;
  for (const [index, passage] of passages.entries()) {
    const heading = stemsOf(passage.headings.at(-1) ?? "");
    const body = stemsOf(passage.text);
    let held = 0;
    for (const stem of asked) {
      held += (heading.has(stem) ? HEADING_TIMES : 0) + (body.has(stem) ? 1 : 0);
    }
    if (held > most) [best, most] = [index, held];
  }
  return best;
}

/** What a thing is stands in the section that is named by it alone, or where the page begins. */
function placeDefinition(asked: ReadonlySet<string>, passages: readonly Passage[]): number {
  const named = passages.findIndex((passage) => {
    const heading = stemsOf(passage.headings.at(-1) ?? "");
    return heading.size > 0 && heading.isSubsetOf(asked);
  });
  return Math.max(0, named);
}

function stemsOf(text: string): Set<string> {
  return new Set(
    wordsOf(text).flatMap((word) =>
      word.terms.filter((term) => term.role === "content").map((term) => term.stem),
    ),
  );
}
