import { holdsExpected, STRICT } from "../answer/expected.ts";
import { readQuestion } from "../answer/question.ts";
import { contentStems } from "../search/terms.ts";
import type { Passage } from "../types.ts";

/** A heading that says what is asked is worth more than a body that mentions it. */
const HEADING_TIMES = 2;

/** Where an amount or a year is asked for, a passage without any cannot be meant. */
const EXPECTED_TIMES = 3;

/** A passage's words, told apart by where they stand. */
interface Place {
  readonly heading: ReadonlySet<string>;
  readonly body: ReadonlySet<string>;
  readonly text: string;
}

/**
 * Finds the passage of a page that a question declared for the whole page belongs to: the one whose own heading and body hold
 * most of the question's words and the kind of thing asked for, and the first of those that hold as many. Gives an index into
 * `passages`; their words are read once, when the first question comes.
 */
export function createPlacer(passages: readonly Passage[]): (question: string) => number {
  let read: readonly Place[] | undefined;
  return (question) => {
    const places = (read ??= passages.map(({ headings, text }) => ({
      heading: new Set(contentStems(headings.at(-1) ?? "")),
      body: new Set(contentStems(text)),
      text,
    })));
    const asked = new Set(contentStems(question));
    const { form, expected } = readQuestion(question);
    const named = form === "definition" ? namedBy(asked, places) : -1;
    if (named >= 0) return named;
    const holds = (text: string): boolean =>
      STRICT.has(expected) && holdsExpected(expected, text, question) === "hit";
    return placeByWords(asked, places, holds);
  };
}

function placeByWords(
  asked: ReadonlySet<string>,
  places: readonly Place[],
  holds: (text: string) => boolean,
): number {
  let best = 0;
  let most = -1;
  for (const [index, { heading, body, text }] of places.entries()) {
    let held = holds(text) ? EXPECTED_TIMES : 0;
    for (const stem of asked) {
      held += (heading.has(stem) ? HEADING_TIMES : 0) + (body.has(stem) ? 1 : 0);
    }
    if (held > most) [best, most] = [index, held];
  }
  return best;
}

/** What a thing is stands in the section that is named by it alone, or where the page about it begins; -1 for neither. */
function namedBy(asked: ReadonlySet<string>, places: readonly Place[]): number {
  const [first] = places;
  if (first === undefined) return -1;
  let best = -1;
  let most = -1;
  for (const [index, { heading }] of places.entries()) {
    if (heading.size === 0 || !heading.isSubsetOf(asked)) continue;
    // The page's title says nothing about which of its sections is meant: "Redis persistence" is its persistence.
    const own = heading.difference(first.heading).size;
    if (own > most) [best, most] = [index, own];
  }
  if (best >= 0) return best;
  return asked.isSubsetOf(first.heading.union(first.body)) ? 0 : -1;
}
