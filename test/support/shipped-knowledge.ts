import { readFileSync, rmSync } from "node:fs";
import { afterAll } from "vitest";
import { systemClock } from "../../adapters/node/clock.ts";
import { folderSource } from "../../adapters/node/folder-source.ts";
import type { Pages, Snapshot } from "../../src/index.ts";
import { liveKnowledge } from "./live-knowledge.ts";
import { makeFolder } from "./temporary-folder.ts";

export interface Shipped {
  readonly source: Pages;
  readonly snapshot: Snapshot;
}

const FOLDER = "knowledge";

/**
 * The knowledge folder of this repository, as people get it, until the tests of the file are over. It answers in a thread of its
 * own, where nobody counts what of the code has run: thousands of questions would take three times as long.
 */
export async function shippedKnowledge(): Promise<Shipped> {
  const dataDir = makeFolder();
  const knowledge = liveKnowledge(FOLDER, dataDir);
  afterAll(async () => {
    await knowledge.close();
    rmSync(dataDir, { recursive: true, force: true });
  });
  await knowledge.start();
  const source = await folderSource({ folder: FOLDER, clock: systemClock }).read();
  return { source, snapshot: knowledge.snapshot };
}

/** Rows of a table of questions; lines that begin with # are comments. */
export function questionRows(file: string): string[][] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => line.split("\t"));
}
