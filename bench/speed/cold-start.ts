import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { percentile } from "../quality/metrics.ts";
import type { ColdStart } from "./figures.ts";

const CLI = fileURLToPath(new URL("../../cli.ts", import.meta.url));

/**
 * From the start of a process to the end of the command: reading, building, answering, writing. Each first start finds a folder
 * that no process has seen before, because one of its pages is new; each next one finds what the first has kept.
 */
export async function coldStart(folder: string, runs: number): Promise<ColdStart> {
  const own = mkdtempSync(join(tmpdir(), "docent-bench-"));
  const ask = [CLI, "ask", "--json", "--knowledge", own, "what is this about?"];
  const first: number[] = [];
  const next: number[] = [];
  const empty: number[] = [];
  try {
    cpSync(folder, own, { recursive: true });
    // Once for nothing: afterwards the sources are compiled and the files in memory.
    await elapsed(ask);
    for (let run = 0; run < runs; run++) {
      writeFileSync(join(own, "new.md"), `# New\n\nThis page is ${randomUUID()}.\n`);
      empty.push(await elapsed(["--eval", ""]));
      first.push(await elapsed(ask));
      next.push(await elapsed(ask));
    }
  } finally {
    rmSync(own, { recursive: true, force: true });
  }
  return {
    runs,
    firstMs: percentile(first, 0.5),
    nextMs: percentile(next, 0.5),
    emptyProcessMs: percentile(empty, 0.5),
  };
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
