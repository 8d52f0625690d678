import { existsSync, readFileSync } from "node:fs";
import { randomId, systemClock } from "./adapters/node/clock.ts";
import { buildCore } from "./cli/build-core.ts";
import { createReadPages } from "./cli/read-pages.ts";
import { runCli } from "./cli/run.ts";

if (existsSync(".env")) process.loadEnvFile(".env");

const manifest = JSON.parse(readFileSync(new URL("./package.json", import.meta.url), "utf8")) as {
  version: string;
};

process.exitCode = await runCli(process.argv.slice(2), {
  // Taken when it is read from: opening the standard input costs time that `ask` does not have to spend.
  get stdin() {
    return process.stdin;
  },
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  clock: systemClock,
  stopwatch: () => performance.now(),
  randomId,
  version: manifest.version,
  build: buildCore,
  readPages: createReadPages(process.env),
});
