import { existsSync, readFileSync } from "node:fs";
import { enableCompileCache } from "node:module";
import { fileURLToPath } from "node:url";

// What Node makes of the sources is kept beside the packages, where only their owner writes: later starts need not make it
// again. It has to be said before anything else is read, so that the rest is imported as the program runs.
enableCompileCache(fileURLToPath(new URL("node_modules/.cache/docent", import.meta.url)));
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
