import { fileURLToPath } from "node:url";
import { BenchFault } from "./quality/fault.ts";
import { readArguments } from "./speed/arguments.ts";
import type { SpeedArguments } from "./speed/arguments.ts";
import { coldStart } from "./speed/cold-start.ts";
import type { Figures, FolderFigures } from "./speed/figures.ts";
import { unpackLargeFolder } from "./speed/large-folder.ts";
import { tableOf } from "./speed/report.ts";
import { runSubject } from "./speed/run-subject.ts";
import { SUBJECTS } from "./speed/subjects.ts";

const SHIPPED = fileURLToPath(new URL("../knowledge", import.meta.url));
const COLD_STARTS = 5;
const COLD_STARTS_LARGE = 1;

async function measureFolder(
  folder: string,
  name: string,
  { json, limitSeconds }: SpeedArguments,
  runs = COLD_STARTS,
): Promise<void> {
  const subjects: Figures[] = [];
  for (const subject of SUBJECTS) {
    if (process.stderr.isTTY) process.stderr.write(`\r\u001B[K${name}: ${subject}…`);
    subjects.push(await runSubject(subject, folder, limitSeconds));
  }
  const figures: FolderFigures = {
    folder: name,
    limitSeconds,
    coldStart: await coldStart(folder, runs),
    subjects,
  };
  if (process.stderr.isTTY) process.stderr.write("\r\u001B[K");
  process.stdout.write(
    json ? `${JSON.stringify(figures)}\n` : `${tableOf(figures, process.stdout)}\n\n`,
  );
}

async function measureLarge(options: SpeedArguments): Promise<void> {
  const large = unpackLargeFolder();
  if (large === undefined) {
    process.stderr.write(
      "The large folder (markdown-cpp-docs.tar.gz) is not there: not measured.\n",
    );
    return;
  }
  try {
    await measureFolder(large.folder, "markdown-cpp-docs", options, COLD_STARTS_LARGE);
  } finally {
    large.remove();
  }
}

try {
  const options = readArguments(process.argv.slice(2));
  for (const folder of options.folders) await measureFolder(folder, folder, options);
  if (options.folders.length === 0) {
    await measureFolder(SHIPPED, "knowledge", options);
    await measureLarge(options);
  }
} catch (error) {
  if (!(error instanceof BenchFault)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
