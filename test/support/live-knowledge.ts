import { join } from "node:path";
import { randomId, systemClock } from "../../adapters/node/clock.ts";
import { createMemoryStore } from "../../adapters/node/memory-store.ts";
import { openThreadStock } from "../../adapters/node/thread-stock.ts";
import { versionFolder } from "../../adapters/node/version-folder.ts";
import { createWorkerBuild } from "../../adapters/node/worker-build.ts";
import { createKnowledgeBase } from "../../src/index.ts";
import type { OwnedKnowledge } from "../../src/index.ts";

const quiet = { debug() {}, info() {}, warn() {}, error() {} };

/** The knowledge as the real process has it: read and asked in worker threads, versions on the disk. */
export function liveKnowledge(folder: string, dataDir: string, memoryMb = 256): OwnedKnowledge {
  const clock = systemClock;
  const metrics = { count() {}, observe() {} };
  const threads = openThreadStock({ clock, memoryMb });
  const setup = { address: { kind: "folder", path: folder } as const, dataDir, env: {} };
  const knowledge = createKnowledgeBase({
    build: createWorkerBuild({ threads, setup, clock, log: quiet, metrics, questionMs: 30_000 }),
    versions: versionFolder({ folder: join(dataDir, "versions"), randomId }),
    store: createMemoryStore({ clock }),
    clock,
    log: quiet,
    metrics,
  });
  return {
    ...knowledge,
    get snapshot() {
      return knowledge.snapshot;
    },
    async close() {
      await knowledge.close();
      await threads.close();
    },
  };
}
