import { DocentError, explainOpenly } from "../errors.ts";
import type { Snapshot } from "../ports.ts";

/** Stands where nothing has been loaded yet: empty to browse, and every question rejects with `knowledge-missing`. */
export function noKnowledge(reason: unknown): Snapshot {
  const refuse = async (): Promise<never> => {
    throw new DocentError("knowledge-missing", "No knowledge is loaded", {
      remedy: explainOpenly(reason),
      cause: reason,
    });
  };
  return {
    facts: { version: "none", pages: 0, passages: 0, problems: [], buildMs: 0, audiences: [] },
    answer: refuse,
    why: refuse,
    suggest: async () => [],
    read: async () => undefined,
    topics: async () => [],
    declared: async () => [],
    verdicts: async () => [],
    access: async () => undefined,
    close: async () => undefined,
  };
}
