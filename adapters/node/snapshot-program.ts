import { flushCompileCache, getCompileCacheDir } from "node:module";
import { workerData } from "node:worker_threads";
import { systemClock } from "./clock.ts";
import { cacheFolder } from "./cache-folder.ts";
import { openSource } from "./open-source.ts";
import { serveSnapshot } from "./serve-snapshot.ts";

// What runs in a snapshot's thread.
const { rehearses } = workerData as { readonly rehearses: boolean };

serveSnapshot({
  cache: cacheFolder(),
  open: ({ address, dataDir, env }, { first }) =>
    openSource(address, { dataDir, env, clock: systemClock, offline: first }),
});
// A thread is ended from outside, which leaves it no time to do this at its end.
if (getCompileCacheDir() !== undefined) flushCompileCache();
if (rehearses) {
  const { rehearse } = await import("./rehearse.ts");
  await rehearse();
}
