import { existsSync } from "node:fs";
import { enableCompileCache, flushCompileCache } from "node:module";
import { fileURLToPath } from "node:url";

// What Node makes of the sources is kept beside the packages, where only their owner writes: later starts need not make it
// again. It has to be said before anything else is read, so that the rest is imported as the program runs.
enableCompileCache(fileURLToPath(new URL("node_modules/.cache/docent", import.meta.url)));
// What is kept of people is for this user's eyes only.
process.umask(0o077);
if (existsSync(".env")) process.loadEnvFile(".env");

const { startWorker } = await import("./adapters/node/start-worker.ts");
// It reads the core while this thread reads all that stands around it.
const worker = startWorker();
const { run } = await import("./main/run.ts");

await run({ env: process.env, worker });
// A server that runs for weeks may not get to do this at its end.
flushCompileCache();
