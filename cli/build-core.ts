import { createHash } from "node:crypto";
import { join } from "node:path";
import { randomId, systemClock } from "../adapters/node/clock.ts";
import { englishWords } from "../adapters/node/english-words.ts";
import { folderSource } from "../adapters/node/folder-source.ts";
import { createMemoryStore } from "../adapters/node/memory-store.ts";
import { buildSnapshot, createAssistant } from "../src/index.ts";
import type { Config, Log, Metrics, Source } from "../src/index.ts";
import type { BuildCore } from "./core.ts";

const UNCOUNTED: Metrics = { count: () => undefined, observe: () => undefined };

/** The core for one command: knowledge in this process, and a memory that ends with it. */
export const buildCore: BuildCore = async (config, { log, env }) => {
  const source = await sourceOf(config, log, env);
  const pages = await source.read();
  const snapshot = buildSnapshot(pages, {
    threshold: config.answerThreshold,
    groups: config.accessGroups,
    isWord: englishWords(),
    hash: (text) => createHash("sha256").update(text).digest("hex"),
    now: () => performance.now(),
  });
  const assistant = createAssistant({
    knowledge: { snapshot },
    store: createMemoryStore({ clock: systemClock }),
    clock: systemClock,
    randomId,
    pseudonym: (id) => id,
    log,
    metrics: UNCOUNTED,
    gaps: { record: async () => undefined },
  });
  return { assistant, facts: snapshot.facts, close: () => snapshot.close() };
};

/** A repository is cloned apart from the running Docent's clone: two that fetch into one could break it. */
async function sourceOf(
  { knowledge: { address }, dataDir }: Config,
  log: Log,
  env: Readonly<Record<string, string | undefined>>,
): Promise<Source> {
  if (address.kind === "folder") {
    return folderSource({ folder: address.path, clock: systemClock, log });
  }
  const { gitSource } = await import("../adapters/node/git-source.ts");
  const clones = join(dataDir, "command-line");
  return gitSource({ address, dataDir: clones, env, clock: systemClock, offline: true });
}
