import type { Snapshot } from "../ports.ts";
import type { DeclaredQuestion, DeclaredVerdict, Outcome } from "../types.ts";

/** What passages of one section are numbered by: `page#section~2`. */
const PART = /~\d+$/;
/** So many questions are no longer than a person's one may take: whoever asks meanwhile waits for no more. */
const AT_ONCE = 10;

/** Asks every question that pages declare, some at a time, so that people's questions come in between. */
export async function checkDeclared(
  snapshot: Pick<Snapshot, "verdicts">,
): Promise<readonly DeclaredVerdict[]> {
  const verdicts: DeclaredVerdict[] = [];
  for (;;) {
    const some = await snapshot.verdicts(verdicts.length, AT_ONCE);
    verdicts.push(...some);
    if (some.length < AT_ONCE) return verdicts;
  }
}

/** Asks declared questions the way a person who may read the page would. */
export async function verdictsOn(
  questions: readonly DeclaredQuestion[],
  answer: Snapshot["answer"],
): Promise<readonly DeclaredVerdict[]> {
  const verdicts: DeclaredVerdict[] = [];
  for (const question of questions) {
    const asker = { id: "docent:declared", labels: question.audience ?? [] };
    const outcome = await answer({ text: question.text, asker });
    verdicts.push({ question, holds: holds(question, outcome) });
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
