import { withDeadline } from "./deadline.ts";
import { DocentError } from "./errors.ts";
import type { Assistant, Clock } from "./ports.ts";
import type { Answer, Notice, Query } from "./types.ts";

/** What a question comes to. `later`: what is to be written down about it once the answer is on its way. */
export type Found =
  | { readonly answer: Answer; readonly later: readonly (() => Promise<void>)[] }
  | { readonly error: unknown };

/** Asks, within a bound of time. Never rejects. */
export function createFinding({
  assistant,
  clock,
  answerMs,
}: {
  readonly assistant: Pick<Assistant, "ask">;
  readonly clock: Clock;
  readonly answerMs: number;
}): (query: Query) => Promise<Found> {
  return async (query) => {
    const later: (() => Promise<void>)[] = [];
    try {
      const answer = await withDeadline(clock, answerMs, "Answering", (signal) =>
        assistant.ask(query, signal, (notes) => void later.push(notes)),
      );
      return { answer, later };
    } catch (error) {
      return { error };
    }
  };
}

/** What the asker can do something about, or should know; undefined: our failure. */
export function noticeFor(error: unknown): Notice | undefined {
  if (!(error instanceof DocentError)) return undefined;
  switch (error.code) {
    case "deadline-exceeded":
      return { kind: "too-hard" };
    case "knowledge-missing":
    case "knowledge-empty":
      return { kind: "no-knowledge" };
    default:
      return undefined;
  }
}
