import { LRUCache } from "lru-cache";
import type { Snapshot } from "./ports.ts";
import type { Outcome, Query } from "./types.ts";

/** Outcomes that are kept for each snapshot; a community asks the same few hundred questions again and again. */
const MOST = 500;
/** Longer questions are nobody's habit. */
const LONGEST = 300;

/** What a snapshot has said already. A snapshot never changes, so the same question of the same reader has one outcome. */
export interface OutcomeMemory {
  /** The outcome kept for the query, or what `find` gives, which is kept then; nothing is kept of what rejects. */
  recall(
    snapshot: Snapshot,
    query: Query,
    previous: readonly string[],
    find: () => Promise<Outcome>,
  ): Promise<Outcome>;
}

export function createOutcomeMemory(): OutcomeMemory {
  const bySnapshot = new WeakMap<Snapshot, LRUCache<string, Outcome>>();
  return {
    async recall(snapshot, query, previous, find) {
      if (query.text.length > LONGEST) return find();
      const outcomes = bySnapshot.get(snapshot) ?? new LRUCache<string, Outcome>({ max: MOST });
      bySnapshot.set(snapshot, outcomes);
      // All that an outcome depends on: who asks counts by what they may read, not by who they are.
      const { audiences } = snapshot.facts;
      const labels = audiences.filter((label) => query.asker.labels.includes(label));
      const key = JSON.stringify([query.text, previous, labels]);
      const known = outcomes.get(key);
      if (known !== undefined) return known;
      const outcome = await find();
      outcomes.set(key, outcome);
      return outcome;
    },
  };
}
