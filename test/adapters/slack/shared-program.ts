import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { write } from "../../support/knowledge-folder.ts";
import { startProgram } from "./program.ts";
import type { Program, ProgramOptions } from "./program.ts";

export interface SharedOptions extends Omit<ProgramOptions, "whenDone"> {
  readonly pages: Readonly<Record<string, string>>;
}

/** One program with these pages for all tests of a `describe`; each of them keeps to people and channels of its own. */
export function shareProgram({ pages, env = {}, ...options }: SharedOptions): () => Program {
  const ends: (() => Promise<void> | void)[] = [];
  let program: Program | undefined;
  beforeAll(async () => {
    const folder = write(mkdtempSync(join(tmpdir(), "docent-pages-")), pages);
    ends.push(() => rmSync(folder, { recursive: true, force: true }));
    program = await startProgram({
      ...options,
      env: { KNOWLEDGE_SOURCE: folder, ...env },
      whenDone: (end) => ends.push(end),
    });
  });
  afterAll(async () => {
    for (const end of ends.toReversed()) await end();
  });
  return () => {
    if (program === undefined) throw new Error("the program has not started yet");
    return program;
  };
}
