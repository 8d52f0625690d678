import type { Figures } from "./figures.ts";

/** A column of the tables for people: `text` where the figure is there, a dash where a set cannot tell. */
export interface Column {
  readonly heading: string;
  readonly figure: string;
  readonly digits: number;
}

const COLUMNS: readonly Column[] = [
  { heading: "hit@1", figure: "hit@1", digits: 3 },
  { heading: "hit@5", figure: "hit@5", digits: 3 },
  { heading: "nDCG@10", figure: "ndcg@10", digits: 3 },
  { heading: "answer@1", figure: "answer@1", digits: 3 },
  { heading: "+ next", figure: "answer@1_next", digits: 3 },
  { heading: "given", figure: "answer_given_passage", digits: 3 },
  { heading: "+ next", figure: "answer_given_passage_next", digits: 3 },
  { heading: "AUROC ood", figure: "auroc_ood", digits: 3 },
  { heading: "FPR@95", figure: "fpr_ood@95tpr", digits: 3 },
  { heading: "AUROC near", figure: "auroc_near", digits: 3 },
  { heading: "answered", figure: "answered", digits: 3 },
  { heading: "precision", figure: "precision", digits: 3 },
  { heading: "false", figure: "false_answer_rate", digits: 3 },
  { heading: "MCC", figure: "mcc", digits: 3 },
  { heading: "p50 ms", figure: "p50_ms", digits: 2 },
  { heading: "p99 ms", figure: "p99_ms", digits: 2 },
];

/** The columns that any of the sets has something for. */
export function columnsOf(rows: readonly Figures[]): readonly Column[] {
  return COLUMNS.filter(({ figure }) => rows.some((row) => typeof row[figure] === "number"));
}

export function cellOf(row: Figures, { figure, digits }: Column): string {
  const value = row[figure];
  return typeof value === "number" && !Number.isNaN(value) ? value.toFixed(digits) : "–";
}

/** Half the width of the 95 % interval, as `±.012`. */
export function spreadOf(row: Figures, { figure, digits }: Column): string {
  const interval = row.intervals[figure];
  if (interval === undefined) return "";
  return `±${((interval[1] - interval[0]) / 2).toFixed(digits).replace(/^0/u, "")}`;
}
