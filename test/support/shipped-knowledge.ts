import { readFileSync } from "node:fs";
import { systemClock } from "../../adapters/node/clock.ts";
import { folderSource } from "../../adapters/node/folder-source.ts";
import { englishWords } from "../../adapters/node/english-words.ts";
import { buildSnapshot } from "../../src/building.ts";
import type { Page, Snapshot } from "../../src/index.ts";
import { sha256 } from "./build-snapshot.ts";

export interface Shipped {
  readonly pages: ReadonlyMap<string, Page>;
  readonly snapshot: Snapshot;
}

/** The knowledge folder of this repository, as people get it. */
export async function shippedKnowledge(): Promise<Shipped> {
  const read = await folderSource({ folder: "knowledge", clock: systemClock }).read();
  return {
    pages: new Map(read.pages.map((page) => [page.path, page])),
    snapshot: buildSnapshot(read, { hash: sha256, isWord: englishWords(), now: () => 0 }),
  };
}

/** Rows of a table of questions; lines that begin with # are comments. */
export function questionRows(file: string): string[][] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => line.split("\t"));
}
