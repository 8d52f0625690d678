import { existsSync } from "node:fs";
import { flushCompileCache } from "node:module";
import "./compile-cache.js";

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
