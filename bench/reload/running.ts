import { cpSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { randomId, systemClock } from "../../adapters/node/clock.ts";
import { createMemoryStore } from "../../adapters/node/memory-store.ts";
import { openThreadStock } from "../../adapters/node/thread-stock.ts";
import { versionFolder } from "../../adapters/node/version-folder.ts";
import { createWorkerBuild } from "../../adapters/node/worker-build.ts";
import { createAssistant, createKnowledgeBase, explain } from "../../src/index.ts";
import type { Assistant, Log, OwnedKnowledge } from "../../src/index.ts";
import { markedPage } from "./question-load.ts";

export interface Running {
  readonly knowledge: OwnedKnowledge;
  readonly assistant: Assistant;
  /** Writes the marked page anew. */
  publish(edition: number): void;
  close(): Promise<void>;
}

const complain = (fields: object, message: string): void => {
  process.stderr.write(`${message} ${JSON.stringify(fields)}\n`);
};
const log: Log = { debug() {}, info() {}, warn: complain, error: complain };
const metrics = { count() {}, observe() {} };

/** Docent without its platforms, on a copy of the pages that may be changed, with the first edition loaded. */
export async function startOn(folder: string): Promise<Running> {
  const clock = systemClock;
  const threads = openThreadStock({ clock });
  const own = mkdtempSync(join(tmpdir(), "docent-bench-"));
  const pages = join(own, "pages");
  cpSync(folder, pages, { recursive: true });
  const publish = (edition: number): void => {
    const page = join(pages, "reload-handbook.md");
    writeFileSync(`${page}.new`, markedPage(edition));
    renameSync(`${page}.new`, page);
  };
  publish(0);

  const store = createMemoryStore({ clock });
  const setup = { address: { kind: "folder", path: pages } as const, dataDir: own, env: {} };
  const knowledge = createKnowledgeBase({
    build: createWorkerBuild({ threads, setup, clock, log, metrics }),
    versions: versionFolder({ folder: join(own, "versions"), randomId }),
    store,
    clock,
    log,
    metrics,
  });
  await knowledge.start();
  const { state, note } = knowledge.health();
  if (state !== "ok") throw new Error(explain(note));
  const assistant = createAssistant({
    knowledge,
    store,
    clock,
    randomId,
    pseudonym: (id) => id,
    log,
    metrics,
    gaps: { record: async () => undefined, withdraw: async () => undefined },
    statistics: { record: () => undefined },
  });
  return {
    knowledge,
    assistant,
    publish,
    async close() {
      await knowledge.close();
      await threads.close();
      rmSync(own, { recursive: true, force: true });
    },
  };
}
