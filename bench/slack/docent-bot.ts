import { createHash } from "node:crypto";
import { randomId, systemClock } from "../../adapters/node/clock.ts";
import { folderSource } from "../../adapters/node/folder-source.ts";
import { openStore } from "../../adapters/node/open-store.ts";
import { createSlack } from "../../adapters/slack/index.ts";
import {
  buildSnapshot,
  createAssistant,
  createChannels,
  createEscalations,
  createInbox,
  createLimits,
  createReceive,
} from "../../src/index.ts";
import type { Log, Metrics, Services } from "../../src/index.ts";
import { ready, readWays } from "./ways.ts";

/** Docent with the included knowledge and its embedded store: all that stands between an event and its answer. */
const { mode, apiUrl, botToken, appToken, signingSecret, dataDir } = readWays();
const quiet = (): void => undefined;
const log: Log = {
  debug: quiet,
  info: quiet,
  warn: quiet,
  error: (fields, message) => console.error(message, fields),
};
const metrics: Metrics = { count: quiet, observe: quiet };
const store = openStore({ dataDir, clock: systemClock, log, metrics });
const common = {
  store,
  clock: systemClock,
  randomId,
  pseudonym: (id: string) => id,
  nameInLogs: (id: string) => id,
  log,
  metrics,
};
const gaps = { record: async () => undefined };

const snapshot = buildSnapshot(
  await folderSource({ folder: "knowledge", clock: systemClock }).read(),
  {
    hash: (text) => createHash("sha256").update(text).digest("hex"),
    now: () => performance.now(),
  },
);
const assistant = createAssistant({ ...common, knowledge: { snapshot }, gaps });
const { receive } = createReceive({
  ...common,
  assistant,
  gaps,
  inbox: createInbox({ ...common, replica: "bench" }),
  limits: createLimits({ store, pseudonym: common.pseudonym }),
});
const services: Services = {
  ...common,
  assistant,
  receive,
  channels: createChannels(store),
  escalations: createEscalations({ ...common, answered: async () => undefined }),
  admin: { run: async () => ({ ok: false, body: [], next: [], json: {} }) },
};
const adapter = createSlack(
  {
    botToken,
    connection: mode === "socket" ? { kind: "socket", appToken } : { kind: "http", signingSecret },
    apiUrl,
    channelMode: "mention",
    admins: [],
    listen: { host: "127.0.0.1", port: 0 },
  },
  services,
);
await adapter.start();
ready(mode === "http" ? { address: () => ({ port: adapter.port() }) } : undefined);
