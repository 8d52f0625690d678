import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { adminSocketPath, serveAdmin } from "../adapters/node/admin-socket.ts";
import { checkoutCommit } from "../adapters/node/checkout-commit.ts";
import { createLog } from "../adapters/node/logger.ts";
import { createLoopWatchdog } from "../adapters/node/loop-watchdog.ts";
import { createMeasurements } from "../adapters/node/metrics.ts";
import { systemClock } from "../adapters/node/clock.ts";
import type { StartedWorker } from "../adapters/node/start-worker.ts";
import { openStore } from "../adapters/node/open-store.ts";
import { steadyClock } from "../adapters/node/steady-clock.ts";
import { openThreadStock } from "../adapters/node/thread-stock.ts";
import { explain } from "../src/index.ts";
import type { Config } from "../src/index.ts";
import { compose } from "./compose.ts";
import type { Platform } from "./compose.ts";
import { createHalves } from "./halves.ts";
import { keepBeating } from "./heartbeats.ts";
import { catchStrays } from "./last-resort.ts";
import { buildPlatforms } from "./platforms.ts";
import { talkInTerminal } from "./terminal.ts";

export interface Given {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly config: Config;
  /** Started before this was read, to build the knowledge in; it may have begun. */
  readonly worker: StartedWorker;
}

interface Door {
  close(): Promise<void>;
}

/** What is in flight at the end may take so long to finish. */
const DRAIN_MS = 10_000;

/** One process from its settings to its end: builds everything, and owns lifetimes and signals. */
export async function run({ env, config, worker }: Given): Promise<void> {
  const threads = openThreadStock({ clock: systemClock, first: worker });
  const { version } = JSON.parse(
    readFileSync(new URL("../package.json", import.meta.url), "utf8"),
  ) as { version: string };
  const log = createLog({
    level: config.logLevel,
    secrets: config.secrets,
    destination: process.stderr,
  });
  const measurements = createMeasurements();
  const { metrics } = measurements;
  const halves = createHalves({ clock: systemClock, steady: steadyClock, log, metrics });
  catchStrays({ log, metrics, now: () => steadyClock.now(), guilty: halves.guilty });

  let running: readonly Platform[] = [];
  const platforms = (): readonly Platform[] => running;
  const store = await openStore({
    url: storeUrl(config),
    dataDir: config.dataDir,
    clock: systemClock,
    log,
    metrics,
  });
  const commit = checkoutCommit(fileURLToPath(new URL("..", import.meta.url)));
  const about = { version, store: config.store.kind, ...(commit !== undefined && { commit }) };
  const watchdog = createLoopWatchdog({ clock: systemClock, steady: steadyClock, log, metrics });
  const around = { log, measurements, env, platforms, process: watchdog };
  const core = compose({ config, store, about, threads, ...around });
  const { services, knowledge, reception } = core;

  const ended = new AbortController();
  // A signal may come while the knowledge is still being read: nothing beats and no door is open yet.
  const open: {
    beating?: Promise<void>;
    watching?: Promise<void>;
    door?: Promise<Door | undefined>;
  } = {};
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => void stop(signal));
  process.on("SIGHUP", () => void core.reload().catch(() => undefined)); // it has logged why
  const loaded = knowledge.start();
  // What answers is read while the knowledge is built.
  const { chats, web } = await buildPlatforms(config, services, {
    halves,
    knowledge,
    exposition: measurements.exposition,
    platforms: () => [...running, watchdog],
  });
  measurements.gauge("in_flight", "Questions being answered", () => reception.inFlight());

  // Loaded only where it is wanted, and before anything is opened that a signal would have to close.
  const watcher = config.knowledge.watch ? await import("../adapters/node/watcher.ts") : undefined;

  await loaded;
  if (ended.signal.aborted) return;
  open.beating = keepBeating({ ...core, version, platforms, log }, ended.signal);
  open.watching = watchdog.watch(ended.signal);
  const onChange = () => core.reload("watcher");
  const { address } = config.knowledge;
  void watcher?.watchKnowledge({ address, clock: systemClock, log, onChange }, ended.signal);

  open.door = serveAdmin(adminSocketPath(config.dataDir), services).catch((error: unknown) => {
    log.warn({ reason: explain(error) }, "the command line cannot reach this process");
    return undefined;
  });

  running = web === undefined ? chats : [web, ...chats];
  // A platform that cannot be reached yet keeps trying; the page must not wait for it.
  const starting = chats.map(start);
  const served = web !== undefined && (await start(web));
  await open.door;
  if (web?.address !== undefined && config.web !== undefined && !ended.signal.aborted) {
    const hint = process.stdout.isTTY ? " (Ctrl-C ends it)" : "";
    process.stdout.write(`Docent answers on ${web.address}${hint}\n`);
  }
  const started = [served, ...(await Promise.all(starting))];
  // The pages may have changed while nothing ran.
  if (knowledge.snapshot.facts.passages > 0) void core.settle(); // it rejects for nothing
  if (running.length === 0) {
    await talkInTerminal(services, config, env);
    await stop("end of input");
  } else if (!started.includes(true)) {
    await stop("nothing could be started");
    process.exitCode = 1;
  }

  /** One platform that cannot start is one log line; the others go on, and health tells. */
  async function start(platform: Platform): Promise<boolean> {
    try {
      await platform.start();
      return true;
    } catch (error) {
      if (ended.signal.aborted) return true;
      log.error({ platform: platform.name, reason: explain(error) }, "could not be started");
      return platform.health().state !== "failed" && platform.name !== "http";
    }
  }

  /** No more intake, what is in flight ends, everything closes; a second signal ends at once. */
  async function stop(reason: string): Promise<void> {
    if (ended.signal.aborted) return;
    log.info({ reason }, "stopping");
    for (const signal of ["SIGINT", "SIGTERM"] as const)
      process.once(signal, () => process.exit(1));
    ended.abort();
    await Promise.allSettled(running.map((platform) => platform.stop()));
    const left = await reception.drain(DRAIN_MS);
    if (left > 0) log.warn({ left }, "questions are left to whoever takes over");
    await Promise.all([open.beating, open.watching]);
    await (await open.door)?.close();
    await Promise.allSettled([core.replicas.leave(), knowledge.close()]);
    await Promise.allSettled([services.store.close(), threads.close()]);
  }
}

/** As `openStore` wants it; undefined is a file in DATA_DIR. */
function storeUrl({ store }: Config): string | undefined {
  if (store.kind === "memory") return "memory:";
  return "url" in store ? store.url : undefined;
}
