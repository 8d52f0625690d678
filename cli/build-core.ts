import { createHash } from "node:crypto";
import { randomId, systemClock } from "../adapters/node/clock.ts";
import { folderSource } from "../adapters/node/folder-source.ts";
import { createMemoryStore } from "../adapters/node/memory-store.ts";
import { buildSnapshot, createAssistant, DocentError } from "../src/index.ts";
import type { Metrics } from "../src/index.ts";
import type { BuildCore } from "./core.ts";

const UNCOUNTED: Metrics = { count: () => undefined, observe: () => undefined };

/** The core for one command: knowledge in this process, and a memory that ends with it. */
export const buildCore: BuildCore = async (config, { log }) => {
  const { address } = config.knowledge;
  if (address.kind !== "folder") {
    throw new DocentError("usage", "The command line reads a folder", {
      remedy: "Clone the repository and give its folder: --knowledge DIR.",
    });
  }
  const pages = await folderSource({ folder: address.path, clock: systemClock, log }).read();
  const snapshot = buildSnapshot(pages, {
    threshold: config.answerThreshold,
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
