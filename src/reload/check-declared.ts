import type { Snapshot } from "../ports.ts";
import type { DeclaredQuestion, Outcome } from "../types.ts";

/** How a declared question is answered, and whether that is what its page wants. */
export interface DeclaredVerdict {
  readonly question: DeclaredQuestion;
  readonly holds: boolean;
  readonly outcome: Outcome;
}

/** What passages of one section are numbered by: `page#section~2`. */
const PART = /~\d+$/;

/** Asks every question that pages declare, the way a person who may read the page would. */
export async function checkDeclared(snapshot: Snapshot): Promise<readonly DeclaredVerdict[]> {
  const verdicts: DeclaredVerdict[] = [];
  for (const question of await snapshot.declared()) {
    const asker = { id: "docent:declared", labels: question.audience ?? [] };
    const outcome = await snapshot.answer({ text: question.text, asker });
    verdicts.push({ question, holds: holds(question, outcome), outcome });
  }
  return verdicts;
}

/** `answers`: from the page, and from the section where one is named; `never`: not from the page. */
export function holds(question: DeclaredQuestion, outcome: Outcome): boolean {
  const passages =
    outcome.kind === "found" ? outcome.citations.map((citation) => citation.passage) : [];
  const used = passages.some(
    ({ id, page }) =>
      page === question.page &&
      (question.passage === undefined || id.replace(PART, "") === question.passage),
  );
  return question.kind === "never" ? !used : used;
}

/** What one check says that the check before did not. A question that was not there before is no news when it holds. */
export function newVerdicts(
  before: readonly DeclaredVerdict[],
  after: readonly DeclaredVerdict[],
): {
  readonly nowPassing: readonly DeclaredQuestion[];
  readonly nowFailing: readonly DeclaredQuestion[];
} {
  const key = ({ question }: DeclaredVerdict): string =>
    [question.kind, question.page, question.passage ?? "", question.text].join("\n");
  const held = new Map(before.map((verdict) => [key(verdict), verdict.holds]));
  const changed = after.filter((verdict) => held.get(key(verdict)) !== verdict.holds);
  return {
    nowPassing: changed
      .filter((verdict) => verdict.holds && held.has(key(verdict)))
      .map(({ question }) => question),
    nowFailing: changed.filter((verdict) => !verdict.holds).map(({ question }) => question),
  };
}
