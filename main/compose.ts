import { join } from "node:path";
import { randomId, systemClock } from "../adapters/node/clock.ts";
import type { Measurements } from "../adapters/node/metrics.ts";
import { createPseudonyms } from "../adapters/node/pseudonyms.ts";
import type { StoreWithRates } from "../adapters/node/shared-rates.ts";
import type { ThreadStock } from "../adapters/node/thread-stock.ts";
import { versionFolder } from "../adapters/node/version-folder.ts";
import { createWorkerBuild } from "../adapters/node/worker-build.ts";
import {
  contentStems,
  createAdministration,
  createAnswerRecords,
  createAssistant,
  createAudit,
  createChannels,
  createEscalations,
  createFeedback,
  createGaps,
  createInbox,
  createKnowledgeBase,
  createLimits,
  createPrivacy,
  createReceive,
  createReloadNews,
  createReplicas,
  createStatistics,
  createWishes,
  DocentError,
  explain,
  PLATFORM_KEYS,
  settleGaps,
} from "../src/index.ts";
import type { Adapter, AdministrationParts, Answer, Config, Log, Services } from "../src/index.ts";
import { threadSetup } from "./thread-setup.ts";

/** An adapter that may know people: how to bring them an answer they waited for, and what they may read by. */
export interface Platform extends Adapter {
  tell?(channel: string, answer: Answer): Promise<void>;
  /** The labels of a user; undefined: not known, or cannot be asked. */
  labelsOf?(user: string): Promise<readonly string[] | undefined>;
}

export interface CompositionParts {
  readonly config: Config;
  readonly store: StoreWithRates;
  /** Of the program. */
  readonly about: AdministrationParts["about"];
  readonly threads: ThreadStock;
  readonly log: Log;
  readonly measurements: Measurements;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The platforms that run, as they are now. */
  readonly platforms: () => readonly Platform[];
  /** How the process itself is; shown where it is not well. */
  readonly process: Pick<Adapter, "name" | "health">;
}

const DAY_MS = 86_400_000;
/** A platform may ask for half a minute of patience and more; the adapters wait for it within this. */
const LONGEST_SEND_MS = 90_000;
/** Questions of late that a reload asks again, to see what is different. */
const RECENT = 100;

/** Everything that adapters are built from, and what the process has to keep alive and to close. */
export function compose(parts: CompositionParts) {
  const { config, store, log, measurements, threads, platforms } = parts;
  const { metrics } = measurements;
  const clock = systemClock;
  const pseudonyms = createPseudonyms({ store, clock, log });
  const { pseudonym, nameInLogs } = pseudonyms;
  const common = { store, clock, randomId, pseudonym, log, metrics };
  const replica = randomId();
  const replicas = createReplicas({ store, clock, id: replica });

  const records = createAnswerRecords(store);
  const gaps = createGaps({
    store,
    clock,
    terms: contentStems,
    metrics,
    retentionMs: config.gapRetentionDays * DAY_MS,
  });
  const knowledge = createKnowledgeBase({
    build: createWorkerBuild({
      threads,
      setup: threadSetup(config, parts.env),
      clock,
      log,
      metrics,
    }),
    versions: versionFolder({ folder: join(config.dataDir, "versions"), randomId }),
    store,
    clock,
    log,
    metrics,
    announce: () => replicas.announce(),
    strict: config.knowledge.strict,
    gate: config.knowledge.gate,
    gaps: () => gaps.probes(),
    recent: async () =>
      (await records.recent(RECENT)).map(({ text, labels, previous }) => ({
        question: text,
        labels,
        previous,
      })),
  });

  const statistics = createStatistics({ store, clock, log });
  const assistant = createAssistant({ ...common, knowledge, gaps, statistics });
  const inbox = createInbox({ ...common, replica });
  const limits = createLimits({ rates: store.rates, pseudonym });
  const reception = createReceive(
    { ...common, assistant, inbox, limits, gaps, nameInLogs },
    { sendMs: LONGEST_SEND_MS },
  );
  measurements.gauge("queue_length", "Questions that wait for their turn", () =>
    reception.waiting(),
  );
  const audit = createAudit({ store, clock, randomId });
  const feedback = createFeedback({ store, clock });
  const channels = createChannels(
    store,
    {
      slack: config.slack?.channelMode ?? "mention",
      discord: config.discord?.channelMode ?? "mention",
    },
    clock,
  );
  const wishes = createWishes({ store, clock, log });
  const privacy = createPrivacy({ store, clock, pseudonym, gaps, platformKeys: PLATFORM_KEYS });

  async function tell(channel: string, answer: Answer): Promise<void> {
    const platform = platforms().find(({ name }) => channel.startsWith(`${name}:`));
    if (platform?.tell === undefined) {
      throw new DocentError("platform-unavailable", "Nobody can be told there", {
        remedy: "It is tried again after the next reload, once the platform runs.",
      });
    }
    await platform.tell(channel, answer);
  }

  async function labelsOf(person: string): Promise<readonly string[] | undefined> {
    const [name, user = ""] = person.split(":", 2);
    return platforms()
      .find((one) => one.name === name)
      ?.labelsOf?.(user);
  }

  /** Nobody tells who is in a channel; of all else only what the platform still says. */
  async function stillHeld(channel: string, labels: readonly string[]): Promise<readonly string[]> {
    const parts = channel.split(":");
    const now = (await labelsOf(`${parts[0]}:${parts.at(-1)}`)) ?? [];
    return labels.filter((label) => label.includes(":channel:") || now.includes(label));
  }

  const news = createReloadNews({ store, clock, log, metrics });
  const settle = () =>
    settleGaps({ knowledge, gaps, wishes, tell, stillHeld, randomId, pseudonym, log });

  const services: Services = {
    assistant,
    receive: reception.receive,
    escalations: createEscalations({
      store,
      clock,
      randomId,
      answered: (question, answer) => gaps.attach(question, answer),
    }),
    channels,
    admin: createAdministration({
      ...common,
      about: parts.about,
      knowledge,
      assistant,
      gaps,
      channels,
      audit,
      news,
      privacy,
      feedback,
      replicas,
      statistics,
      platforms: () =>
        [...platforms(), parts.process]
          .map((one) => ({ name: one.name, health: one.health() }))
          .filter(({ name, health }) => name !== parts.process.name || health.state !== "ok"),
      settle,
      labelsOf,
    }),
    async purge(tenant) {
      await privacy.purge(tenant);
    },
    async retract(answer) {
      await reception.written(answer);
      await privacy.retract(answer);
    },
    store,
    clock,
    randomId,
    log,
    metrics,
  };
  /** What was answered is written down, too. */
  async function drain(ms: number): Promise<number> {
    const left = await reception.drain(ms);
    try {
      await statistics.flush();
    } catch (error) {
      log.warn({ reason: explain(error) }, "today's last numbers could not be written down");
    }
    return left;
  }

  /** What a signal or the watcher does; how it went is in the log. */
  async function reload(by?: "watcher"): Promise<void> {
    await news.keep(await knowledge.reload(by === undefined ? {} : { by }));
    await settle();
  }

  return {
    services,
    knowledge,
    reload,
    settle,
    reception: { ...reception, drain },
    inbox,
    replicas,
    pseudonyms,
  };
}
