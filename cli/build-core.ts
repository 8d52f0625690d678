import { randomId, systemClock } from "../adapters/node/clock.ts";
import { digest } from "../adapters/node/digest.ts";
import { englishWords } from "../adapters/node/english-words.ts";
import { folderSource } from "../adapters/node/folder-source.ts";
import { cacheFolder } from "../adapters/node/cache-folder.ts";
import { createMemoryStore } from "../adapters/node/memory-store.ts";
import { buildSnapshot } from "../src/building.ts";
import { createAssistant } from "../src/index.ts";
import type { Config, Log, Metrics, Snapshot, Source } from "../src/index.ts";
import type { BuildCore } from "./core.ts";
import { clonesIn } from "./place.ts";

type Env = Readonly<Record<string, string | undefined>>;

export const UNCOUNTED: Metrics = { count: () => undefined, observe: () => undefined };

/** Reads the configured knowledge and builds it in this process. Rejects with `DocentError`. */
export async function buildKnowledge(config: Config, log: Log, env: Env): Promise<Snapshot> {
  const source = await sourceOf(config, log, env);
  const pages = await source.read();
  return buildSnapshot(pages, {
    threshold: config.answerThreshold,
    groups: config.accessGroups,
    isWord: englishWords(),
    hash: digest,
    now: () => performance.now(),
    cache: cacheFolder(),
  });
}

/** The core for one command: knowledge in this process, and a memory that ends with it. */
export const buildCore: BuildCore = async (config, { log, env }) => {
  const snapshot = await buildKnowledge(config, log, env);
  const assistant = createAssistant({
    knowledge: { snapshot },
    store: createMemoryStore({ clock: systemClock }),
    clock: systemClock,
    randomId,
    pseudonym: (id) => id,
    log,
    metrics: UNCOUNTED,
    gaps: { record: async () => undefined, withdraw: async () => undefined },
    statistics: { record: () => undefined },
  });
  return { assistant, facts: snapshot.facts, close: () => snapshot.close() };
};

async function sourceOf(
  { knowledge: { address }, dataDir }: Config,
  log: Log,
  env: Env,
): Promise<Source> {
  if (address.kind === "folder") {
    return folderSource({ folder: address.path, clock: systemClock, log });
  }
  const { gitSource } = await import("../adapters/node/git-source.ts");
  return gitSource({ address, dataDir: clonesIn(dataDir), env, clock: systemClock, offline: true });
}
