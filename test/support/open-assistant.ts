import { createMemoryStore } from "../../adapters/node/memory-store.ts";
import { createAssistant, createStatistics } from "../../src/index.ts";
import type { GapQuestion, Snapshot, Store } from "../../src/index.ts";
import { createFakeClock } from "../fakes/clock.ts";
import { countingIds, fakePseudonym } from "../fakes/person.ts";
import { createCountingMetrics, createRecordingLog } from "../fakes/recorders.ts";
import { createFakeSnapshot } from "../fakes/snapshot.ts";

interface Parts {
  readonly snapshot?: Snapshot;
  readonly pinned?: readonly string[];
  /** Given the store that it would have otherwise. */
  readonly around?: (store: Store) => Store;
}

/** An assistant over a knowledge that a test wrote down, with everything it leaves behind. */
export function openAssistant({ snapshot, pinned, around = (store) => store }: Parts = {}) {
  const clock = createFakeClock();
  const store = around(createMemoryStore({ clock }));
  const gaps: GapQuestion[] = [];
  const log = createRecordingLog();
  const metrics = createCountingMetrics();
  const statistics = createStatistics({ store, clock, log });
  const knowledge = {
    snapshot: snapshot ?? createFakeSnapshot([{ path: "vpn.md", words: ["vpn"] }]),
  };
  const assistant = createAssistant({
    statistics,
    knowledge,
    store,
    clock,
    randomId: countingIds(),
    pseudonym: fakePseudonym,
    log,
    metrics,
    gaps: { record: async (gap) => void gaps.push(gap), withdraw: async () => undefined },
    ...(pinned !== undefined && { pinned }),
  });
  return { assistant, clock, store, knowledge, log, gaps, statistics, metrics };
}
