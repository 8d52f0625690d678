import { existsSync, writeFileSync } from "node:fs";
import { readArguments } from "./quality/arguments.ts";
import { BenchFault } from "./quality/fault.ts";
import { measure } from "./quality/measure.ts";
import { readQuestions, readSet } from "./quality/read-set.ts";
try {
  const options = readArguments(process.argv.slice(2));
  const foreign = options.ood === undefined ? [] : readQuestions(options.ood);
  for (const folder of options.folders) {
    const { figures } = measure(readSet(folder), { ...options, foreign });
    const { intervals, ...rest } = figures;
    console.log(JSON.stringify(rest, (_, v) => (typeof v === "number" ? Math.round(v * 1000) / 1000 : v)));
  }
} catch (error) {
  if (!(error instanceof BenchFault)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
