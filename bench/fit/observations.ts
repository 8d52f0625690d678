import type { FitSet } from "./sets.ts";

export type Sort = "answerable" | "near" | "unanswerable" | "foreign";

/** A question asked while fitting confidence, with what came of it. No signals: nothing was found, confidence is 0. */
export interface Judged {
  readonly set: string;
  readonly kind: string;
  readonly sort: Sort;
  /** Asked of the set with some of its gold deleted. */
  readonly thinned: boolean;
  readonly signals: Float64Array | undefined;
  readonly right: boolean;
  readonly weight: number;
}

/** How much the questions of a sort count together. Adversarial questions that differ from answerable ones in one word count less. */
const SHARES: Readonly<Record<Sort, number>> = {
  answerable: 0.5,
  near: 0.125,
  unanswerable: 0.2,
  foreign: 0.25,
};
const OWN_SHARES: Readonly<Record<string, number>> = { squad2: 0.06, knowledge: 0.35 };
/** Sets with so many right entries a question that deleting some hardly matters count half. */
const SET_SHARES: Readonly<Record<string, number>> = { cranfield: 0.5 };

/** Asks a set's questions and those from elsewhere. A thinned set's answerable questions are watched but not fitted. */
export function observe(set: FitSet, state: string, foreign: readonly string[]): Judged[] {
  const thinned = state !== "whole";
  const own = set.questions.map(({ text, answerable, isRight }) => {
    const sort: Sort = answerable ? "answerable" : thinned ? "near" : "unanswerable";
    return { text, sort, isRight };
  });
  const others = foreign.map((text) => ({ text, sort: "foreign" as const, isRight: () => false }));
  const asked = [...own, ...others];
  const counts = new Map<Sort, number>();
  for (const { sort } of asked) counts.set(sort, (counts.get(sort) ?? 0) + 1);
  return asked.map(({ text, sort, isRight }) => {
    const { signals, right } = set.engine.ask(text, ({ choice, signals }) => ({
      signals,
      right: choice !== undefined && isRight(choice.chosen.passage),
    })).value;
    const share = (sort === "unanswerable" ? OWN_SHARES[set.name] : undefined) ?? SHARES[sort];
    const times = thinned && sort === "answerable" ? 0 : (SET_SHARES[set.name] ?? 1);
    return {
      set: set.name,
      kind: set.kind,
      sort,
      thinned,
      signals,
      right,
      weight: (times * share) / (counts.get(sort) ?? 1),
    };
  });
}
