import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { checkoutCommit } from "../adapters/node/checkout-commit.ts";
import { randomId, systemClock } from "../adapters/node/clock.ts";
import { openStore } from "../adapters/node/open-store.ts";
import { createPseudonyms } from "../adapters/node/pseudonyms.ts";
import { versionFolder } from "../adapters/node/version-folder.ts";
import {
  contentStems,
  createAdministration,
  createAudit,
  createChannels,
  createFeedback,
  createGaps,
  createPrivacy,
  createReloadNews,
  createReplicas,
  createStatistics,
  DocentError,
  noKnowledge,
  PLATFORM_KEYS,
} from "../src/index.ts";
import type { Config, Health, KnowledgeBase, Snapshot } from "../src/index.ts";
import { buildKnowledge, UNCOUNTED } from "./build-core.ts";
import type { OpenRemains } from "./core.ts";

const DAY_MS = 86_400_000;

/** What a Docent that does not run has kept, and its knowledge as it lies there now. */
export const openRemains: OpenRemains = async (config, { log, env, version }) => {
  const clock = systemClock;
  const store = await openStore({
    url: storeUrl(config),
    dataDir: config.dataDir,
    clock,
    log,
    metrics: UNCOUNTED,
  });
  const feedback = createFeedback({ store, clock });

  async function knowledgeNow(wanted: boolean): Promise<[Snapshot, Health]> {
    try {
      if (!wanted) return [noKnowledge(new Error("It was not read.")), { state: "stopped" }];
      return [await buildKnowledge(config, log, env), { state: "ok" }];
    } catch (error) {
      if (!(error instanceof DocentError)) throw error;
      return [noKnowledge(error), { state: "failed", note: `${error.message}. ${error.remedy}` }];
    }
  }

  return {
    async administer({ knowledge: wanted }) {
      const [snapshot, health] = await knowledgeNow(wanted);
      const pseudonyms = createPseudonyms({ store, clock, log });
      await pseudonyms.load();
      const { pseudonym } = pseudonyms;
      const common = { store, clock, randomId, pseudonym, log, metrics: UNCOUNTED };
      const gaps = createGaps({
        store,
        clock,
        terms: contentStems,
        retentionMs: config.gapRetentionDays * DAY_MS,
      });
      const commit = checkoutCommit(fileURLToPath(new URL("..", import.meta.url)));
      return createAdministration({
        ...common,
        about: { version, store: config.store.kind, ...(commit !== undefined && { commit }) },
        knowledge: standing(snapshot, health, config),
        assistant: { why: (query) => snapshot.why(query) },
        gaps,
        channels: createChannels(store),
        audit: createAudit(common),
        news: createReloadNews(common),
        privacy: createPrivacy({ ...common, gaps, platformKeys: PLATFORM_KEYS }),
        feedback,
        // Of others that share the store; this one serves nobody.
        replicas: createReplicas({ store, clock, id: randomId() }),
        statistics: createStatistics({ store, clock, log }),
        platforms: () => [],
        settle: async () => ({ closed: [], told: 0 }),
        labelsOf: async () => undefined,
      });
    },
    votes: () => feedback.tally(),
    close: () => store.close(),
  };
};

/** A file that is not there yet is not made: then nothing has been kept. */
function storeUrl({ store, dataDir }: Config): string | undefined {
  if ("url" in store) return store.url;
  const isKept = store.kind === "sqlite" && existsSync(join(dataDir, "docent.db"));
  return isKept ? undefined : "memory:";
}

/** Knowledge that nobody serves: it can be looked at and not be changed. */
function standing(snapshot: Snapshot, health: Health, { dataDir }: Config): KnowledgeBase {
  const refuse = async (): Promise<never> => {
    throw new DocentError("platform-unavailable", "No running Docent was found", {
      remedy: "Start it with npm start: it reads the pages as they are then.",
    });
  };
  const kept = versionFolder({ folder: join(dataDir, "versions"), randomId });
  return {
    snapshot,
    reload: refuse,
    rollback: refuse,
    versions: () => kept.list(),
    health: () => health,
  };
}
