import { parseArgs } from "node:util";
import { BenchFault } from "./fault.ts";

export interface QualityArguments {
  readonly folders: readonly string[];
  readonly json: boolean;
  readonly markdown: boolean;
  readonly compare: boolean;
  readonly ood: string | undefined;
  readonly near: number | undefined;
  readonly typos: number | undefined;
  readonly threshold: number | undefined;
  readonly curve: string | undefined;
}

const USAGE = `npm run -s bench:quality -- [options] FOLDER…
  FOLDER              a question set in BEIR's form (corpus.jsonl, queries.jsonl, qrels/test.tsv,
                      optional answers.jsonl and unanswerable.txt)
  --json              one line of JSON a set instead of a table
  --markdown          a Markdown page instead of a table (docs/quality.md)
  --ood FILE          questions that no corpus answers (JSON lines with a "text")
  --near SEED         also measure with 30 % of the gold entries deleted
  --typos SEED        one typo in each question
  --compare           also measure bare MiniSearch (default and tuned), lunr and wink's BM25
  --threshold NUMBER  the confidence from which an answer is given (default: as shipped)
  --curve FILE        write the precision-coverage curve as SVG`;

/** Reads the command line; throws `BenchFault` that says what is wrong with it. */
export function readArguments(words: readonly string[]): QualityArguments {
  const { values, positionals } = parsed(words);
  if (positionals.length === 0) throw new BenchFault(`No set is named.\n${USAGE}`);
  if (values.json === true && values.markdown === true)
    throw new BenchFault("--json and --markdown exclude each other.");
  return {
    folders: positionals,
    json: values.json ?? false,
    markdown: values.markdown ?? false,
    compare: values.compare ?? false,
    ood: values.ood,
    near: numberOf("--near", values.near, Number.isSafeInteger, "a whole number"),
    typos: numberOf("--typos", values.typos, Number.isSafeInteger, "a whole number"),
    threshold: numberOf(
      "--threshold",
      values.threshold,
      (value) => value >= 0 && value <= 1,
      "a number from 0 to 1",
    ),
    curve: values.curve,
  };
}

function parsed(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        json: { type: "boolean" },
        markdown: { type: "boolean" },
        compare: { type: "boolean" },
        ood: { type: "string" },
        near: { type: "string" },
        typos: { type: "string" },
        threshold: { type: "string" },
        curve: { type: "string" },
      },
    });
  } catch (error) {
    throw new BenchFault(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}

function numberOf(
  option: string,
  text: string | undefined,
  fits: (value: number) => boolean,
  wanted: string,
): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (text.trim() === "" || !fits(value))
    throw new BenchFault(`${option} wants ${wanted}, got "${text}".`);
  return value;
}
