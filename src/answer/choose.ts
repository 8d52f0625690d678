import type { Sentence } from "../knowledge/sentences.ts";
import type { Arrays } from "../search/arrays.ts";
import type { Ranked } from "../search/ranking.ts";
import type { Slots } from "../search/slots.ts";
import type { Question } from "./question.ts";
import { holdings, scoreSentences, share } from "./sentence-signals.ts";
import type { ScoredSentence } from "./sentence-signals.ts";
import { CHOICE } from "./weights.ts";

/** The sentence that answers best, and what it competed with. */
export interface Choice {
  readonly chosen: ScoredSentence;
  readonly passage: Ranked;
  readonly sentences: readonly ScoredSentence[];
  readonly runnerUp: number;
  readonly window: number;
}

/**
 * Chooses among the sentences of the best passages jointly. The best passage's best sentence stays unless another
 * passage's is clearly better: without that guard long passages lose to a chance match elsewhere.
 */
export function chooseSentence(
  arrays: Arrays,
  slots: Slots,
  question: Question & { readonly text: string },
  ranked: readonly Ranked[],
  sentencesOf: (passage: number) => readonly Sentence[],
): Choice | undefined {
  const top = ranked.slice(0, CHOICE.passages);
  const best = top[0];
  if (best === undefined) return undefined;
  const sentences = top.flatMap((one) =>
    scoreSentences(
      arrays,
      slots,
      question,
      one.passage,
      sentencesOf(one.passage),
      best.score <= 0 ? 1 : one.score / best.score,
    ),
  );
  const bestOf = (group: readonly ScoredSentence[]): ScoredSentence | undefined =>
    group.reduce<ScoredSentence | undefined>(
      (leader, one) => (leader === undefined || one.score > leader.score ? one : leader),
      undefined,
    );
  const overall = bestOf(sentences);
  const home = bestOf(sentences.filter((one) => one.passage === best.passage));
  if (overall === undefined) return undefined;
  const chosen = home !== undefined && overall.score - home.score <= CHOICE.guard ? home : overall;
  const runnerUp = bestOf(sentences.filter((one) => one.passage !== chosen.passage))?.score ?? 0;
  return {
    chosen,
    passage: top.find((one) => one.passage === chosen.passage) ?? best,
    sentences,
    runnerUp,
    window: windowShare(arrays, slots, chosen),
  };
}

/** Share of the question that a sentence, its neighbours, its headings and what its author declared hold. */
function windowShare(arrays: Arrays, slots: Slots, { passage, index }: ScoredSentence): number {
  const first = arrays.firstSentence[passage] ?? 0;
  const last = (arrays.firstSentence[passage + 1] ?? 0) - 1;
  const from = arrays.sentenceStart[Math.max(first, first + index - 1)] ?? 0;
  const to = arrays.sentenceStart[Math.min(last, first + index + 1) + 1] ?? 0;
  const held = holdings(slots, arrays.terms, from, to);
  const title = holdings(
    slots,
    arrays.titleTerms,
    arrays.titleStart[passage] ?? 0,
    arrays.titleStart[passage + 1] ?? 0,
  );
  for (const [slot, weight] of title.entries()) held[slot] = Math.max(held[slot] ?? 0, weight);
  return share(slots, held);
}
