import { readQuestion } from "../answer/question.ts";
import type { Why } from "../types.ts";

type Candidate = Why["candidates"][number];

/**
 * Two pages so close compete for a question: a word more or less, and the other one answers. Scores are sums of the same
 * weighted signals for every candidate of one question, so their ratio can be compared, and nothing else about them.
 */
const MARGIN = 0.01;
/** From this likeness on a declared question is the one that was asked. */
const SAME_QUESTION = 0.96;

/** The passages of two pages that a question can hardly tell apart, better first; undefined where one is clearly better. */
export function rivalsOf(
  question: string,
  { outcome, candidates }: Why,
): readonly [Candidate, Candidate] | undefined {
  // A comparison wants both.
  if (outcome.kind !== "found" || readQuestion(question).form === "difference") return undefined;
  const [best] = candidates;
  if (best === undefined || best.score <= 0) return undefined;
  const second = candidates.find((other) => pageOf(other) !== pageOf(best));
  if (second === undefined || second.score < best.score * (1 - MARGIN)) return undefined;
  // Where one of them declares the question, its author has settled it.
  return declares(best) && !declares(second) ? undefined : [best, second];
}

function declares({ signals }: Candidate): boolean {
  return (signals.find(({ name }) => name === "declared")?.value ?? 0) >= SAME_QUESTION;
}

/** `databases/redis.md` of `databases/redis.md#redis`. */
export function pageOf({ passage }: Pick<Candidate, "passage">): string {
  const hash = passage.indexOf("#");
  return hash < 0 ? passage : passage.slice(0, hash);
}

/** `databases/redis.md:41` */
export function placeOf(candidate: Pick<Candidate, "passage" | "lines">): string {
  return `${pageOf(candidate)}:${candidate.lines[0]}`;
}
