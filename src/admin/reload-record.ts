import { canRead } from "../access.ts";
import type { Gap } from "../gaps.ts";
import type { Actor, ChangedAnswer, ReloadReport, Snapshot } from "../ports.ts";
import { redact } from "../redact.ts";
import type { DeclaredQuestion, Outcome } from "../types.ts";
import { maySee, readablePages } from "./command.ts";

export interface Settled {
  readonly closed: readonly Gap[];
  /** How many people who wanted to hear were told. */
  readonly told: number;
}

/**
 * All that a reload reports, for programs: names where the text for people has numbers. As much of it as this actor may
 * read; `hidden` counts what that leaves out.
 */
export async function reloadRecord(
  report: ReloadReport,
  { closed, told }: Settled,
  snapshot: Snapshot,
  actor: Actor,
): Promise<object> {
  const { changed, before, after, pages, passages, declared, changedAnswers, ms } = report;
  // A page that is gone is readable to nobody but who has the files.
  const mayRead = await readablePages(snapshot, actor);
  let hidden = 0;
  function seen<T>(some: readonly T[], may: (one: T) => boolean): readonly T[] {
    const visible = some.filter(may);
    hidden += some.length - visible.length;
    return visible;
  }
  const questions = (some: readonly DeclaredQuestion[]): readonly object[] =>
    seen(some, ({ page }) => mayRead(page)).map(({ page, line, text, kind }) => ({
      page,
      line,
      text,
      kind,
    }));
  return {
    changed,
    before: before.version,
    after: after.version,
    pages: {
      added: seen(pages.added, mayRead),
      changed: seen(pages.changed, mayRead),
      removed: seen(pages.removed, mayRead),
    },
    passages,
    problems: seen(after.problems, maySee(actor)),
    declared: {
      total: declared.total,
      passing: declared.passing,
      nowPassing: questions(declared.nowPassing),
      nowFailing: questions(declared.nowFailing),
    },
    changedAnswers: seen(changedAnswers, (one) => maySeeAnswers(one, actor)).map((one) => ({
      question: redact(one.question),
      before: placeOf(one.before),
      after: placeOf(one.after),
    })),
    closedGaps: closed.map(({ number, examples }) => ({ number, question: examples[0] ?? null })),
    told,
    hidden,
    ms,
  };
}

/** Whether all that a question was and is answered from is for this actor, too. */
function maySeeAnswers({ before, after }: ChangedAnswer, { from, asker }: Actor): boolean {
  const shown = [before, after].flatMap((outcome) =>
    outcome.kind === "found" ? outcome.citations : [],
  );
  return from === "shell" || shown.every(({ passage }) => canRead(passage, asker));
}

/** The passage an answer stands on, or why there is none. */
function placeOf(outcome: Outcome): string {
  return outcome.kind === "found" ? outcome.citations[0].passage.id : outcome.reason;
}
