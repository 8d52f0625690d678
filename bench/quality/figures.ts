import type { Asked } from "./asked.ts";
import { meanInterval, pairInterval } from "./bootstrap.ts";
import type { Interval } from "./bootstrap.ts";
import {
  auroc,
  falsePositiveRate,
  hitAt,
  mean,
  multiclassMcc,
  ndcgAt,
  recallAt,
  reciprocalRank,
} from "./metrics.ts";
import { seeded } from "./seeded.ts";

/** The figures of one set, in the order they are printed; a figure that the set cannot tell is absent. */
export interface Figures {
  readonly set: string;
  readonly [figure: string]: number | string | Readonly<Record<string, Interval>>;
  readonly intervals: Readonly<Record<string, Interval>>;
}

/** What of a run the figures of ranking come from: also what other engines can give. */
export interface Ranking {
  readonly question: Asked["question"];
  readonly ranking: readonly string[];
}

const RANKING: readonly (readonly [name: string, figure: (asked: Ranking) => number])[] = [
  ["hit@1", ({ ranking, question }) => hitAt(ranking, question.gold, 1)],
  ["hit@3", ({ ranking, question }) => hitAt(ranking, question.gold, 3)],
  ["hit@5", ({ ranking, question }) => hitAt(ranking, question.gold, 5)],
  ["recall@5", ({ ranking, question }) => recallAt(ranking, question.gold, 5)],
  ["recall@3", ({ ranking, question }) => recallAt(ranking, question.gold, 3)],
  ["mrr@10", ({ ranking, question }) => reciprocalRank(ranking, question.gold, 10)],
  ["ndcg@10", ({ ranking, question }) => ndcgAt(ranking, question.gold, 10)],
];
const EXTRACTION: readonly (readonly [name: string, figure: (asked: Asked) => boolean])[] = [
  ["answer@1", ({ sentence }) => sentence],
  ["answer@1_next", ({ withNext }) => withNext],
  ["answer_given_passage", ({ given }) => given],
  ["answer_given_passage_next", ({ givenWithNext }) => givenWithNext],
];

export type Gathered = Record<string, number>;

interface Figured {
  readonly figures: Gathered;
  readonly intervals: Record<string, Interval>;
}

/** How well entries are ordered, over the questions that have an answer. */
export function rankingFigures(asked: readonly Ranking[]): Figured {
  const answerable = asked.filter(({ question }) => question.gold.size > 0);
  return means(RANKING.map(([name, figure]) => [name, answerable.map(figure)] as const));
}

/** How often the sentence shown first holds a gold text, where the set has gold texts. */
export function extractionFigures(asked: readonly Asked[]): Figured {
  const answerable = asked.filter(({ question }) => question.texts.length > 0);
  if (answerable.length === 0) return { figures: {}, intervals: {} };
  return means(
    EXTRACTION.map(
      ([name, figure]) => [name, answerable.map((one) => (figure(one) ? 1 : 0))] as const,
    ),
  );
}

/** Whether what was chosen comes from an entry that answers. */
export function isRight({ question, chosen }: Asked): boolean {
  return chosen !== undefined && question.gold.has(chosen);
}

/** What the threshold does: how much is answered, how much of it right, how often where silence was right. */
export function abstentionFigures(asked: readonly Asked[], foreign: readonly Asked[]): Figured {
  const answerable = asked.filter(({ question }) => question.gold.size > 0);
  const unanswerable = asked.filter(({ question }) => question.gold.size === 0);
  const figures: Gathered = {};
  const intervals: Record<string, Interval> = {};
  const confidences = (some: readonly Asked[]): number[] =>
    some.map(({ confidence }) => confidence);
  const positives = confidences(answerable);
  for (const [name, negatives] of [
    ["unanswerable", confidences(unanswerable)],
    ["ood", confidences(foreign)],
  ] as const) {
    if (negatives.length === 0) continue;
    figures[`auroc_${name}`] = auroc(positives, negatives);
    intervals[`auroc_${name}`] = pairInterval(positives, negatives, auroc, seeded(1));
  }
  if (foreign.length > 0) {
    const rate = (yes: readonly number[], no: readonly number[]): number =>
      falsePositiveRate(yes, no, 0.95);
    figures["fpr_ood@95tpr"] = rate(positives, confidences(foreign));
    intervals["fpr_ood@95tpr"] = pairInterval(positives, confidences(foreign), rate, seeded(1));
  }
  const answered = answerable.filter((one) => one.answered);
  const counted = means([
    ["answered", answerable.map((one) => (one.answered ? 1 : 0))],
    ["precision", answered.map((one) => (isRight(one) ? 1 : 0))],
    ...(answered.some(({ question }) => question.texts.length > 0)
      ? [["precision_text", answered.map((one) => (one.shown ? 1 : 0))] as const]
      : []),
    ...(unanswerable.length + foreign.length === 0
      ? []
      : [
          [
            "false_answer_rate",
            [...unanswerable, ...foreign].map((one) => (one.answered ? 1 : 0)),
          ] as const,
        ]),
  ]);
  Object.assign(figures, counted.figures);
  Object.assign(intervals, counted.intervals);
  if (unanswerable.length > 0) {
    figures["mcc"] = multiclassMcc(
      asked.map((one) => {
        const said = one.answered ? (one.chosen ?? "") : "";
        return [
          one.question.gold.has(said) ? said : ([...one.question.gold.keys()][0] ?? ""),
          said,
        ];
      }),
    );
  }
  return { figures, intervals };
}

/** Near domain: gold was deleted for some questions; answerable counts only with the right passage on top. */
export function nearFigures(asked: readonly Asked[]): Figured {
  const right = asked
    .filter((one) => one.question.gold.size > 0 && isRight(one))
    .map(({ confidence }) => confidence);
  const all = asked.filter((one) => one.question.gold.size > 0).map(({ confidence }) => confidence);
  const near = asked.filter((one) => one.question.gold.size === 0);
  const negatives = near.map(({ confidence }) => confidence);
  return {
    figures: {
      auroc_near: auroc(right, negatives),
      auroc_near_all: auroc(all, negatives),
      false_answer_rate_near: mean(near.map((one) => (one.answered ? 1 : 0))),
    },
    intervals: { auroc_near: pairInterval(right, negatives, auroc, seeded(1)) },
  };
}

function means(columns: readonly (readonly [name: string, values: readonly number[]])[]): Figured {
  const figures: Gathered = {};
  const intervals: Record<string, Interval> = {};
  for (const [name, all] of columns) {
    const values = all.filter((value) => !Number.isNaN(value));
    if (values.length === 0) continue;
    figures[name] = mean(values);
    intervals[name] = meanInterval(values, seeded(1));
  }
  return { figures, intervals };
}
