import type { BestEffort } from "../best-effort.ts";
import type { Built, Changes, ReloadReport, Snapshot } from "../ports.ts";
import type { DeclaredVerdict } from "../types.ts";
import { checkDeclared, newVerdicts } from "./check-declared.ts";
import { answeredBy, answeredDifferently } from "./probes.ts";
import type { Probes } from "./probes.ts";

const NO_CHANGES: Changes = {
  pages: { added: [], changed: [], removed: [] },
  passages: { added: 0, changed: 0, removed: 0 },
};

const NO_NEWS = {
  declared: { total: 0, passing: 0, nowPassing: [], nowFailing: [] },
  answeredGaps: [],
  changedAnswers: [],
};

/** The same knowledge as before: nothing was built. */
export function reportUnchanged(present: Snapshot, ms: number): ReloadReport {
  const { facts } = present;
  return { changed: false, before: facts, after: facts, ...NO_CHANGES, ...NO_NEWS, ms };
}

export interface SwapNews {
  /** The empty one where nothing was loaded before. */
  readonly old: Snapshot;
  /** How the old one fared with its declared questions; undefined where that has to be found out. */
  readonly oldVerdicts: readonly DeclaredVerdict[] | undefined;
  readonly young: Built;
  readonly youngVerdicts: readonly DeclaredVerdict[] | undefined;
  readonly ms: number;
}

/** What the questions of a report need; `undefined` where nobody will read it. */
export interface Asking {
  readonly attempt: BestEffort;
  readonly gaps?: Probes;
  readonly recent?: Probes;
}

/**
 * What a swap means to people: which declared questions hold now and did not, which gaps are closed, which answers are
 * other ones. Asked after the swap, while both snapshots can answer. A part that fails is left out: the swap has been.
 */
export async function reportSwap(
  news: SwapNews,
  asking: Asking | undefined,
): Promise<{
  readonly report: ReloadReport;
  readonly verdicts: readonly DeclaredVerdict[] | undefined;
}> {
  const { old, young, youngVerdicts, ms } = news;
  const report: ReloadReport = {
    changed: old.facts.version !== young.snapshot.facts.version,
    before: old.facts,
    after: young.snapshot.facts,
    ...young.changes,
    ...NO_NEWS,
    ms,
  };
  if (asking === undefined) return { report, verdicts: youngVerdicts };
  const { attempt, gaps, recent } = asking;
  const { snapshot } = young;
  const check = (of: Snapshot): Promise<readonly DeclaredVerdict[]> =>
    attempt("declared", [], () => checkDeclared(of));
  const [before, verdicts] = await Promise.all([
    news.oldVerdicts ?? check(old),
    youngVerdicts ?? check(snapshot),
  ]);
  const declared = {
    total: verdicts.length,
    passing: verdicts.filter((verdict) => verdict.holds).length,
    ...newVerdicts(before, verdicts),
  };
  const answeredGaps = await attempt("gaps", [], async () =>
    answeredBy(snapshot, (await gaps?.()) ?? []),
  );
  const changedAnswers = await attempt("recent", [], async () =>
    answeredDifferently(old, snapshot, (await recent?.()) ?? []),
  );
  return { report: { ...report, declared, answeredGaps, changedAnswers }, verdicts };
}
