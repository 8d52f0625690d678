import { createMemoryStore } from "../../adapters/node/memory-store.ts";
import { createKnowledgeBase } from "../../src/index.ts";
import type { KnowledgeBaseParts, OwnedKnowledge, Store } from "../../src/index.ts";
import { createFakeBuild } from "../fakes/build.ts";
import type { FakeBuild } from "../fakes/build.ts";
import { createFakeClock } from "../fakes/clock.ts";
import type { FakeClock } from "../fakes/clock.ts";
import { createCountingMetrics, createRecordingLog } from "../fakes/recorders.ts";
import type { CountingMetrics, RecordingLog } from "../fakes/recorders.ts";
import { createFakeVersions } from "../fakes/versions.ts";
import type { FakeVersions } from "../fakes/versions.ts";

export const LEAVE = { "leave.md": "# Annual leave\n\nAnnual leave is twelve days a year.\n" };
export const LONGER = { "leave.md": "# Annual leave\n\nAnnual leave is thirty days a year.\n" };

export interface KnowledgeUnderTest {
  readonly knowledge: OwnedKnowledge;
  readonly source: FakeBuild;
  readonly clock: FakeClock;
  readonly store: Store;
  readonly versions: FakeVersions;
  readonly log: RecordingLog;
  readonly metrics: CountingMetrics;
  /** The answer's text, or why there is none. */
  readonly ask: (text: string) => Promise<string>;
}

/** A knowledge base on a source in memory; what is not given is its own. */
export function knowledgeUnderTest(
  pages: Readonly<Record<string, string>> = LEAVE,
  given: Partial<KnowledgeBaseParts> = {},
): KnowledgeUnderTest {
  const source = createFakeBuild(pages);
  const clock = createFakeClock();
  const store = given.store ?? createMemoryStore({ clock });
  const versions = createFakeVersions();
  const log = createRecordingLog();
  const metrics = createCountingMetrics();
  const parts = { build: source.build, versions, clock, log, metrics, ...given, store };
  const knowledge = createKnowledgeBase(parts);
  return {
    knowledge,
    source,
    clock,
    store,
    versions,
    log,
    metrics,
    async ask(text) {
      const asker = { id: "test:1", labels: [] };
      const outcome = await knowledge.snapshot.answer({ text, asker });
      return outcome.kind === "found" ? outcome.citations[0].snippet.text : outcome.reason;
    },
  };
}
