import { existsSync, readFileSync } from "node:fs";
import "./compile-cache.js";

if (existsSync(".env")) process.loadEnvFile(".env");

const { randomId, systemClock } = await import("./adapters/node/clock.ts");
const { runCli } = await import("./cli/run.ts");

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
  async build(config, parts) {
    const { buildCore } = await import("./cli/build-core.ts");
    return buildCore(config, parts);
  },
  async openRemains(config, parts) {
    const { openRemains } = await import("./cli/open-remains.ts");
    return openRemains(config, parts);
  },
  async readPages(place) {
    const { createReadPages } = await import("./cli/read-pages.ts");
    return createReadPages(process.env)(place);
  },
});
