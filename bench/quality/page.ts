import { cellOf, columnsOf } from "./columns.ts";
import type { Figures } from "./figures.ts";
import { markdownTable } from "./table.ts";
import type { Measured } from "./measure.ts";
import { mean } from "./metrics.ts";
import { nearMix } from "./mix.ts";

export interface PageFacts {
  readonly version: string;
  readonly date: string;
  readonly threshold: number;
  readonly command: string;
  readonly typosLost: number | undefined;
  readonly others: readonly { readonly set: string; readonly rows: readonly Figures[] }[];
}

/** `docs/quality.md`: what was measured, with which version, what it means, and how to measure it again. */
export function qualityPage(measured: readonly Measured[], facts: PageFacts): string {
  const figures = measured.map(({ figures }) => figures);
  const { mix, silent, calibration } = nearMix(measured);
  const falseRates = measured
    .map(({ foreign }) => mean(foreign.map(({ answered }) => (answered ? 1 : 0))))
    .filter((rate) => !Number.isNaN(rate));
  return `# Quality

<!-- Generated: \`${facts.command}\`. Do not edit; change the command's output in bench/quality/page.ts. -->

Docent ${facts.version}, measured on ${facts.date}. Every figure is measured on the path that answers in production, with one configuration for
every corpus. ± is half the width of the 95 % bootstrap interval.

${markdownTable(figures)}

- **hit@k, nDCG@10**: the passage that answers is among the first k; how well the first ten are ordered.
- **answer@1**: the sentence shown first holds a gold answer; *+ next*: it or the sentence after it. **given**: the same when the passage is told.
- **AUROC ood, FPR@95**: how well confidence parts the set's questions from questions about anything else (0.5 is chance); the share of the others
  that passes where 95 % of the set's own pass.
- **AUROC near**: the same against questions whose passage was deleted, counting as answerable those whose passage is right.
- **answered, precision, false**: at the shipped threshold: share of the answerable questions that are answered, share of those whose passage is
  right, share of the unanswerable and foreign questions that are answered.
- **MCC**: Matthews' correlation of the right entry or silence, where the set lists questions out of its scope.

All sets together, in a mix of one half answerable, one quarter near and one quarter foreign questions: ${mix.toFixed(3)} get the right passage or the
right silence, and the calibration error of confidence (ECE) is ${calibration.toFixed(3)}.${facts.typosLost === undefined ? "" : ` One typo in each question costs ${(100 * facts.typosLost).toFixed(1)} points of hit@1.`}

## The threshold

An answer is given from a confidence of **${facts.threshold}** (\`ANSWER_THRESHOLD\`). Confidence is a probability: of answers given with 0.7, about seven in ten are
right. At ${facts.threshold}, of a hundred questions from elsewhere about ${Math.round(100 * mean(falseRates))} are answered all the same, and of a hundred questions about a subject of the pages
whose answer is missing about ${Math.round(100 * (1 - silent))}. A higher threshold answers less and errs less:

![Precision against coverage](quality.svg)

## Other engines

The same questions, the same entries, in the same run.

${facts.others.map(({ set, rows }) => `**${set}**\n\n${othersTable(rows)}`).join("\n\n")}

## How to reproduce it

The sets are folders in BEIR's form (\`corpus.jsonl\`, \`queries.jsonl\`, \`qrels/test.tsv\`, optional \`answers.jsonl\` and \`unanswerable.txt\`). They are not part of
this repository: their licences are share-alike or for research.

\`\`\`sh
${facts.command}
\`\`\`

The weights are constants in \`src/search/weights.ts\` and \`src/answer/weights.ts\`. The scripts in \`bench/fit\` reproduce them and print, beside the figures
of weights fitted to all sets, those of weights fitted without the set and its kind: those are the truth.

\`\`\`sh
npx node bench/fit/ranking.ts FOLDER…
npx node bench/fit/sentences.ts FOLDER…
npx node bench/fit/confidence.ts OOD-FILE FOLDER…
\`\`\`
`;
}

function othersTable(rows: readonly Figures[]): string {
  const columns = columnsOf(rows).filter(({ figure }) =>
    ["hit@1", "hit@5", "ndcg@10"].includes(figure),
  );
  return [
    `| engine | ${columns.map(({ heading }) => heading).join(" | ")} |`,
    `| --- | ${columns.map(() => "---:").join(" | ")} |`,
    ...rows.map(
      (row) => `| ${row.set} | ${columns.map((column) => cellOf(row, column)).join(" | ")} |`,
    ),
  ].join("\n");
}
