import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createWeb } from "../../adapters/http/index.ts";
import { systemClock } from "../../adapters/node/clock.ts";
import { createLog } from "../../adapters/node/logger.ts";
import { createMeasurements } from "../../adapters/node/metrics.ts";
import { openStore } from "../../adapters/node/open-store.ts";
import { openThreadStock } from "../../adapters/node/thread-stock.ts";
import { compose } from "../../main/compose.ts";
import { parseConfig } from "../../src/config.ts";
import { ready } from "./started.ts";

/**
 * Docent as it ships, with the store that is named: search in its own thread, every question logged (to nowhere), counted
 * and kept for its feedback. Only the rates are raised, or the load would be turned away.
 */
const [store = "file"] = process.argv.slice(2);
const url = store === "file" ? undefined : store;
const dataDir = mkdtempSync(join(tmpdir(), "docent-bench-"));
const many = { points: Number.MAX_SAFE_INTEGER, seconds: 60 };

const config = await parseConfig({
  DATA_DIR: dataDir,
  KNOWLEDGE_SOURCE: join(import.meta.dirname, "../../knowledge"),
});
const log = createLog({ level: "info", secrets: [], destination: { write: () => undefined } });
const measurements = createMeasurements();
const { metrics, exposition } = measurements;
const threads = openThreadStock({ clock: systemClock });
const opened = await openStore({ url, dataDir, clock: systemClock, log, metrics });
const platforms = () => [];
const { services, knowledge } = compose({
  config,
  store: opened,
  about: { version: "bench" },
  threads,
  log,
  measurements,
  env: {},
  platforms,
  process: { name: "process", health: () => ({ state: "ok" }) },
});
await knowledge.start();
const web = createWeb(
  { ...config, listen: { host: "127.0.0.1", port: 0 } },
  {
    ...services,
    knowledge,
    exposition,
    platforms,
    rates: { ask: many, read: many, refused: many },
  },
);
await web.start();
ready(web.address ?? "");
process.once("disconnect", () => {
  rmSync(dataDir, { recursive: true, force: true });
  process.exit(0);
});
