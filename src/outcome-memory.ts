import { LRUCache } from "lru-cache";
import type { Snapshot } from "./ports.ts";
import type { Asker, Outcome, Query, Suggestion } from "./types.ts";

/** What is kept for each snapshot; a community asks, and begins to type, the same few hundred questions again and again. */
const MOST = 500;
/** Longer questions are nobody's habit. */
const LONGEST = 300;

/** What a snapshot has said already. A snapshot never changes, so the same question of the same reader has one outcome. */
export interface OutcomeMemory {
  /** The outcome kept for the query, at once, or what `find` gives, which is kept then; nothing is kept of what rejects. */
  recall(
    snapshot: Snapshot,
    query: Query,
    previous: readonly string[],
    find: () => Promise<Outcome>,
  ): Outcome | Promise<Outcome>;
  /** The same for what completes a text while it is typed. */
  complete(
    snapshot: Snapshot,
    typed: { readonly text: string; readonly asker: Asker; readonly limit: number },
    find: () => Promise<readonly Suggestion[]>,
  ): readonly Suggestion[] | Promise<readonly Suggestion[]>;
}

export function createOutcomeMemory(): OutcomeMemory {
  const outcomes = remembering<Outcome>();
  const choices = remembering<readonly Suggestion[]>();
  return {
    recall: (snapshot, { text, asker }, previous, find) =>
      text.length > LONGEST ? find() : outcomes(snapshot, asker, text, previous, find),
    complete: (snapshot, { text, asker, limit }, find) =>
      text.length > LONGEST ? find() : choices(snapshot, asker, text, [limit], find),
  };
}

const NONE: readonly string[] = [];

/** Those of the asker's labels that some page is restricted to. */
function labelsThatCount(snapshot: Snapshot, { labels }: Asker): readonly string[] {
  if (labels.length === 0) return NONE;
  return snapshot.facts.audiences.filter((label) => labels.includes(label));
}

/** Who asks counts by what they may read, not by who they are. */
function remembering<Said extends object>(): (
  snapshot: Snapshot,
  asker: Asker,
  text: string,
  besides: readonly unknown[],
  find: () => Promise<Said>,
) => Said | Promise<Said> {
  const bySnapshot = new WeakMap<Snapshot, LRUCache<string, Said>>();
  return (snapshot, asker, text, besides, find) => {
    const kept = bySnapshot.get(snapshot) ?? new LRUCache<string, Said>({ max: MOST });
    bySnapshot.set(snapshot, kept);
    const labels = labelsThatCount(snapshot, asker);
    // Most questions lean on nothing, and most readers may read what everybody may. No list begins with an equals sign.
    const plain = labels.length === 0 && besides.length === 0;
    const key = plain ? `=${text}` : JSON.stringify([text, besides, labels]);
    const known = kept.get(key);
    if (known !== undefined) return known;
    return find().then((said) => {
      kept.set(key, said);
      return said;
    });
  };
}
