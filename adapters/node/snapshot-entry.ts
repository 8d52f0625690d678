import { enableCompileCache, flushCompileCache } from "node:module";
import { workerData } from "node:worker_threads";

// What runs in a snapshot's thread. Its modules are read from the cache of compiled code where the process has one.
const { compileCache, rehearses } = workerData as {
  readonly compileCache?: string;
  readonly rehearses: boolean;
};
if (compileCache !== undefined) enableCompileCache(compileCache);

const { systemClock } = await import("./clock.ts");
const { openSource } = await import("./open-source.ts");
const { serveSnapshot } = await import("./serve-snapshot.ts");

serveSnapshot({
  open: ({ address, dataDir, env }, { first }) =>
    openSource(address, { dataDir, env, clock: systemClock, offline: first }),
});
// A thread is ended from outside, which leaves it no time to do this at its end.
if (compileCache !== undefined) flushCompileCache();
if (rehearses) {
  const { rehearse } = await import("./rehearse.ts");
  await rehearse();
}
