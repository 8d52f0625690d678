import { rmSync } from "node:fs";
import { afterAll } from "vitest";
import { systemClock } from "../../../adapters/node/clock.ts";
import { openThreadStock } from "../../../adapters/node/thread-stock.ts";
import { createWorkerBuild } from "../../../adapters/node/worker-build.ts";
import { checkSnapshotContract } from "../../contracts/snapshot.ts";
import { createCountingMetrics, createRecordingLog } from "../../fakes/recorders.ts";
import { makeFolder } from "../../support/temporary-folder.ts";

const threads = openThreadStock({ clock: systemClock, memoryMb: 256 });
const folders: string[] = [];
afterAll(async () => {
  await threads.close();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

checkSnapshotContract("a snapshot in a worker thread", async (pages) => {
  const path = makeFolder(pages);
  folders.push(path);
  const build = createWorkerBuild({
    threads,
    setup: { address: { kind: "folder", path }, dataDir: path, env: {} },
    clock: systemClock,
    log: createRecordingLog(),
    metrics: createCountingMetrics(),
    // The machine that tests run on may be busy with others.
    questionMs: 30_000,
  });
  const built = await build({ kind: "source", unless: [] }, {});
  if (built === undefined) throw new Error("nothing was built");
  return built.snapshot;
});
