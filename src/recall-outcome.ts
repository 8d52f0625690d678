import { DocentError, explain } from "./errors.ts";
import type { OutcomeMemory } from "./outcome-memory.ts";
import type { AnswerOptions, Snapshot } from "./ports.ts";
import type { Outcome, Query } from "./types.ts";

/** What the snapshot says to a query: at once where it was said before. */
export function recallOutcome(
  snapshot: Snapshot,
  query: Query,
  previous: readonly string[],
  memory: OutcomeMemory,
  signal?: AbortSignal,
): Outcome | Promise<Outcome> {
  return memory.recall(snapshot, query, previous, () =>
    lookUp(snapshot, query, { previous, ...(signal !== undefined && { signal }) }),
  );
}

/** A snapshot that fails is Docent's failure, whatever it threw. */
async function lookUp(snapshot: Snapshot, query: Query, options: AnswerOptions): Promise<Outcome> {
  try {
    return await snapshot.answer(query, options);
  } catch (error) {
    if (error instanceof DocentError) throw error;
    throw new DocentError(
      "snapshot-failed",
      `The knowledge could not be asked: ${explain(error)}`,
      {
        remedy: "Ask again; if it stays so, reload the knowledge.",
        cause: error,
      },
    );
  }
}
