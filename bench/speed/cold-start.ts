import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { percentile } from "../quality/metrics.ts";
import type { ColdStart } from "./figures.ts";

const CLI = fileURLToPath(new URL("../../cli.ts", import.meta.url));

/** From the start of a process to the end of the command: reading, building, answering, writing. */
export async function coldStart(folder: string, runs: number): Promise<ColdStart> {
  const ask = [CLI, "ask", "--json", "--knowledge", folder, "what is this about?"];
  await elapsed(ask);
  const times: number[] = [];
  const empty: number[] = [];
  for (let run = 0; run < runs; run++) {
    empty.push(await elapsed(["--eval", ""]));
    times.push(await elapsed(ask));
  }
  return { runs, medianMs: percentile(times, 0.5), emptyProcessMs: percentile(empty, 0.5) };
}

function elapsed(args: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    execFile(process.execPath, [...args], { maxBuffer: 10_000_000 }, (error) => {
      if (error === null) resolve(performance.now() - began);
      else reject(error);
    });
  });
}
