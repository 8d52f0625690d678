import { existsSync } from "node:fs";
import { flushCompileCache } from "node:module";
import "./compile-cache.js";

// What is kept of people is for this user's eyes only.
process.umask(0o077);
if (existsSync(".env")) process.loadEnvFile(".env");

const { env } = process;
const { startWorker } = await import("./adapters/node/start-worker.ts");
// It reads the core, and then the pages, while this thread reads all that stands around them.
const worker = startWorker();
const { readConfig } = await import("./main/read-config.ts");
const config = await readConfig(env);
const { foreseeBuild } = await import("./main/foresee-build.ts");
foreseeBuild(worker, config, env);
const { run } = await import("./main/run.ts");

await run({ env, config, worker });
// A server that runs for weeks may not get to do this at its end.
flushCompileCache();
