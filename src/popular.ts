import type { AnswerRecords } from "./answer-records.ts";
import { headingPath } from "./phrases.ts";
import type { Clock, Snapshot } from "./ports.ts";
import type { Asker, DeclaredQuestion, Passage } from "./types.ts";

/** What many have asked of late, in the words of the pages' authors. */
export interface Popular {
  /** Questions whose answers this asker may read, those of most people first. */
  questions(snapshot: Snapshot, asker: Asker, limit: number): Promise<readonly string[]>;
}

/** So many people must have asked before others are told: what one person wanted to know is nobody's business. */
const PEOPLE = 3;
/** Nobody's view of it needs to be fresher. */
const COUNTED_FOR_MS = 10 * 60_000;
const CANDIDATES = 50;

/**
 * Counted over the answers of the last seven days: distinct people for each passage, never their words. A question is shown
 * as its page declares it, or by the passage's headings. Answers' ids are random, so that where there are more of them than
 * are looked at those are a fair sample.
 */
export function createPopular({
  records,
  clock,
}: {
  readonly records: Pick<AnswerRecords, "some">;
  readonly clock: Pick<Clock, "now">;
}): Popular {
  let counted: { readonly passages: Promise<readonly string[]>; readonly at: number } | undefined;

  async function count(): Promise<readonly string[]> {
    const people = new Map<string, Set<string>>();
    for await (const { passage, person } of records.some()) {
      if (passage === undefined) continue;
      const known = people.get(passage) ?? new Set<string>();
      people.set(passage, known.add(person));
    }
    return [...people]
      .filter(([, { size }]) => size >= PEOPLE)
      .sort((a, b) => b[1].size - a[1].size || a[0].localeCompare(b[0]))
      .slice(0, CANDIDATES)
      .map(([passage]) => passage);
  }

  function passages(): Promise<readonly string[]> {
    const now = clock.now();
    if (counted === undefined || Math.abs(now - counted.at) >= COUNTED_FOR_MS) {
      const fresh = count();
      counted = { passages: fresh, at: now };
      fresh.catch(() => (counted = undefined));
    }
    return counted.passages;
  }

  return {
    async questions(snapshot, asker, limit) {
      const candidates = await passages();
      if (candidates.length === 0) return [];
      const declared = await snapshot.declared();
      const texts = new Set<string>();
      for (const id of candidates) {
        if (texts.size >= limit) break;
        // Gone, or not for this asker.
        const passage = await snapshot.read(id, asker);
        if (passage !== undefined) texts.add(asAuthorsAsk(passage, declared));
      }
      return [...texts];
    },
  };
}

/** A page that declares one question and names no section for it means all of itself. */
function asAuthorsAsk(
  { id, page, headings }: Passage,
  declared: readonly DeclaredQuestion[],
): string {
  const ofPage = declared.filter((one) => one.kind === "answers" && one.page === page);
  const [only, another] = ofPage;
  const own =
    ofPage.find(({ passage }) => passage === id) ??
    (only?.passage === undefined && another === undefined ? only : undefined);
  return own?.text ?? headingPath(headings);
}
