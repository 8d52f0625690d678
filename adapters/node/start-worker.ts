import { getCompileCacheDir } from "node:module";
import { totalmem } from "node:os";
import { dirname } from "node:path";
import { Worker } from "node:worker_threads";

// Imports nothing of Docent's: the first worker starts while the rest of the process is still being read.

export interface StartedWorker {
  readonly worker: Worker;
  readonly memoryMb: number;
}

export interface WorkerOptions {
  /** What runs in the thread; Docent's own by default. */
  readonly entry?: URL | undefined;
  /** The worker is ended when its objects need more; two may be at work at a time. */
  readonly memoryMb?: number | undefined;
  /** It practises before it is needed; the first worker of a process has no time for that. */
  readonly rehearses?: boolean;
}

/** Building makes much that is dropped soon: with more room for the young it is a quarter faster. */
const YOUNG_MB = 192;

/** Starts a worker thread that waits to be told what to build. */
export function startWorker(options: WorkerOptions = {}): StartedWorker {
  const { entry = new URL("./snapshot-entry.js", import.meta.url) } = options;
  const { memoryMb = defaultMemoryMb() } = options;
  const compileCache = getCompileCacheDir();
  const worker = new Worker(entry, {
    name: "snapshot",
    workerData: {
      rehearses: options.rehearses === true,
      // Node adds a folder for its own version, here and there.
      ...(compileCache !== undefined && { compileCache: dirname(compileCache) }),
    },
    resourceLimits: {
      maxOldGenerationSizeMb: memoryMb,
      maxYoungGenerationSizeMb: Math.min(YOUNG_MB, Math.ceil(memoryMb / 4)),
    },
  });
  return { worker, memoryMb };
}

/**
 * Two snapshots stand side by side during a reload, beside all else: four tenths of what the machine or the container has,
 * and not more than 4 GB each, which is enough for 40,000 pages.
 */
function defaultMemoryMb(): number {
  const bytes = process.constrainedMemory() || totalmem();
  const megabytes = Math.min(bytes, totalmem()) / 1_048_576;
  return Math.min(4_096, Math.max(192, Math.floor(megabytes * 0.4)));
}
