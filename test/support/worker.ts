import { onTestFinished } from "vitest";
import { startWorker } from "../../adapters/node/start-worker.ts";
import { openThreadStock } from "../../adapters/node/thread-stock.ts";
import type { ThreadStock } from "../../adapters/node/thread-stock.ts";
import { createWorkerBuild } from "../../adapters/node/worker-build.ts";
import type { Built, Snapshot } from "../../src/index.ts";
import { createFakeClock } from "../fakes/clock.ts";
import { createCountingMetrics, createRecordingLog } from "../fakes/recorders.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const UNRULY = new URL("./threads/unruly.ts", import.meta.url);

export interface WorkerOptions {
  readonly pages: Readonly<Record<string, string>>;
  readonly memoryMb?: number;
  /** The first thread begins before it is asked to. */
  readonly foreseen?: boolean;
  /** Puts other threads in the place of the stock's, by how many were taken before. */
  readonly take?: (taken: number, stock: ThreadStock) => ReturnType<ThreadStock["take"]>;
}

/** Builds in real threads that obey `UNRULY:…`, under a clock that a test turns. */
export function workerUnderTest({ pages, memoryMb = 128, foreseen, take }: WorkerOptions) {
  const folder = temporaryFolder(pages);
  const clock = createFakeClock();
  const log = createRecordingLog();
  const metrics = createCountingMetrics();
  const setup = { address: { kind: "folder", path: folder } as const, dataDir: folder, env: {} };
  const first = startWorker({ entry: UNRULY, memoryMb });
  if (foreseen === true) first.worker.postMessage({ kind: "foresee", setup }, []);
  const stock = openThreadStock({ clock, entry: UNRULY, memoryMb, first });
  onTestFinished(() => stock.close());
  let taken = 0;
  const threads = { take: () => (take === undefined ? stock.take() : take(taken++, stock)) };
  const build = createWorkerBuild({ threads, setup, clock, log, metrics });

  async function built(): Promise<Built> {
    const made = await build({ kind: "source", unless: [] }, {});
    if (made === undefined) throw new Error("nothing was built");
    onTestFinished(() => made.snapshot.close());
    return made;
  }
  async function ask(snapshot: Snapshot, text: string, signal?: AbortSignal): Promise<string> {
    const asker = { id: "test:1", labels: [] };
    const options = signal === undefined ? {} : { signal };
    const outcome = await snapshot.answer({ text, asker }, options);
    return outcome.kind === "found" ? outcome.citations[0].passage.page : outcome.reason;
  }
  return { folder, clock, log, metrics, build, built, ask };
}
