import { parseArgs } from "node:util";
import { BenchFault } from "../quality/fault.ts";

export interface SpeedArguments {
  /** None: the shipped knowledge and the large folder. */
  readonly folders: readonly string[];
  readonly json: boolean;
  readonly limitSeconds: number;
}

const USAGE = `npm run -s bench:speed -- [--json] [--limit SECONDS] [FOLDER…]
  FOLDER           a folder of pages (default: the shipped knowledge, and the large evaluation folder where it is there)
  --json           a line of JSON for each folder instead of a table
  --limit SECONDS  an engine that takes longer to read, build and answer is ended (default 120)`;

const LIMIT_SECONDS = 120;

/** Reads the command line; throws `BenchFault` that says what is wrong with it. */
export function readArguments(words: readonly string[]): SpeedArguments {
  const { values, positionals } = parsed(words);
  const limitSeconds = values.limit === undefined ? LIMIT_SECONDS : Number(values.limit);
  if (!Number.isSafeInteger(limitSeconds) || limitSeconds < 1) {
    throw new BenchFault(`--limit wants a whole number of seconds, got "${values.limit}".`);
  }
  return { folders: positionals, json: values.json ?? false, limitSeconds };
}

function parsed(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { json: { type: "boolean" }, limit: { type: "string" } },
    });
  } catch (error) {
    throw new BenchFault(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}
