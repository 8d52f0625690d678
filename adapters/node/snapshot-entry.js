import { enableCompileCache } from "node:module";
import { workerData } from "node:worker_threads";

// The first file of a snapshot's thread: all that follows is read from the cache of compiled code, where the process has one.
// In JavaScript, because without that cache a compiler would have to be read for this file alone.
const { compileCache } = workerData;
if (compileCache !== undefined) enableCompileCache(compileCache);
await import("./snapshot-program.ts");
