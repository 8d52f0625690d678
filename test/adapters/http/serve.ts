import { readdirSync, readFileSync } from "node:fs";
import { snapshotOfPages } from "../../support/build-snapshot.ts";
import { randomId, systemClock } from "../../../adapters/node/clock.ts";
import { memoryRates } from "../../../adapters/node/memory-rates.ts";
import { createMemoryStore } from "../../../adapters/node/memory-store.ts";
import { createMeasurements } from "../../../adapters/node/metrics.ts";
import { createWeb } from "../../../adapters/http/index.ts";
import type { Web, WebConfig, WebParts } from "../../../adapters/http/index.ts";
import { createAssistant, createInbox, createLimits, createReceive } from "../../../src/index.ts";
import type { Snapshot } from "../../../src/index.ts";
import { fakePseudonym } from "../../fakes/person.ts";
import { createRecordingLog } from "../../fakes/recorders.ts";
import type { RecordingLog } from "../../fakes/recorders.ts";

/** A web on a port of its own, with the real core behind it; only Slack and Discord are absent. */
export interface Served {
  readonly web: Web;
  readonly url: string;
  readonly log: RecordingLog;
  stop(): Promise<void>;
}

export interface ServeOptions {
  readonly snapshot: Snapshot;
  readonly config?: Partial<WebConfig>;
  readonly services?: Partial<WebParts>;
}

export async function serve({ snapshot, config, services }: ServeOptions): Promise<Served> {
  const knowledge = { snapshot };
  const clock = systemClock;
  const store = createMemoryStore({ clock });
  const log = createRecordingLog();
  const { metrics, exposition } = createMeasurements();
  const gaps = { record: async () => undefined, withdraw: async () => undefined };
  const shared = {
    store,
    clock,
    randomId,
    pseudonym: fakePseudonym,
    nameInLogs: fakePseudonym,
    log,
    metrics,
    gaps,
    statistics: { record: () => undefined },
  };
  const assistant = createAssistant({ knowledge, ...shared });
  const inbox = createInbox({ ...shared, replica: "r1" });
  const limits = createLimits({ ...shared, rates: memoryRates });
  const { receive } = createReceive({ assistant, inbox, limits, ...shared });
  const web = createWeb(
    { listen: { host: "127.0.0.1", port: 0 }, web: { tokens: [] }, ...config },
    {
      assistant,
      receive,
      store,
      clock,
      randomId,
      log,
      metrics,
      knowledge,
      exposition,
      platforms: () => [],
      ...services,
    },
  );
  await web.start();
  return { web, url: web.address ?? "", log, stop: () => web.stop() };
}

/** The pages that come with Docent. */
export function shippedSnapshot(): Snapshot {
  const root = new URL("../../../knowledge/", import.meta.url);
  const paths = readdirSync(root, { recursive: true })
    .map(String)
    .filter((path) => path.endsWith(".md") && path !== "README.md")
    .sort();
  const read = (path: string): string => readFileSync(new URL(path, root), "utf8");
  return snapshotOf(
    Object.fromEntries(paths.map((path) => [path, read(path)])),
    read("synonyms.yaml"),
  );
}

/** A snapshot of these pages, by path. */
export function snapshotOf(pages: Readonly<Record<string, string>>, synonyms?: string): Snapshot {
  return snapshotOfPages({
    pages: Object.entries(pages).map(([path, markdown]) => ({ path, markdown })),
    ...(synonyms !== undefined && { synonyms }),
    problems: [],
  });
}
