import { describe, expect, it } from "vitest";
import { createMemoryStore } from "../../adapters/node/memory-store.ts";
import { createReplicas, followReplicas } from "../../src/index.ts";
import type { Store } from "../../src/index.ts";
import { createFakeVersions } from "../fakes/versions.ts";
import { createFakeClock } from "../fakes/clock.ts";
import { knowledgeUnderTest, LEAVE, LONGER } from "../support/knowledge.ts";

const versions = createFakeVersions();

async function replica(id: string, store: Store, stopped: AbortSignal) {
  const replicas = createReplicas({ store, clock: createFakeClock(), id });
  const under = knowledgeUnderTest(LEAVE, {
    store,
    versions,
    announce: () => replicas.announce(),
  });
  await under.knowledge.start();
  void followReplicas({ replicas, ...under }, stopped);
  await under.clock.advance(0);
  return under;
}

describe("two replicas", () => {
  it("come to the same version within five seconds of a reload, and of a rollback, and rest", async () => {
    const store = createMemoryStore({ clock: createFakeClock() });
    const stop = new AbortController();
    const one = await replica("one", store, stop.signal);
    const other = await replica("other", store, stop.signal);
    one.source.write(LONGER);
    other.source.write(LONGER);

    await one.knowledge.reload();
    await Promise.all([one.clock.advance(5_000), other.clock.advance(5_000)]);
    expect(await other.ask("How long is annual leave?")).toContain("thirty");
    expect(other.knowledge.snapshot.facts.version).toBe(one.knowledge.snapshot.facts.version);

    await other.knowledge.rollback();
    await Promise.all([one.clock.advance(5_000), other.clock.advance(5_000)]);
    expect(await one.ask("How long is annual leave?")).toContain("twelve");
    expect(other.knowledge.snapshot.facts.version).toBe(one.knowledge.snapshot.facts.version);

    const builds = one.source.begun + other.source.begun;
    await Promise.all([one.clock.advance(60_000), other.clock.advance(60_000)]);
    expect(one.source.begun + other.source.begun).toBe(builds);
    stop.abort();
  });

  it("fault 74: that reload at once end on the same content", async () => {
    const store = createMemoryStore({ clock: createFakeClock() });
    const stop = new AbortController();
    const one = await replica("one", store, stop.signal);
    const other = await replica("other", store, stop.signal);
    one.source.write(LONGER);
    other.source.write(LONGER);
    await Promise.all([one.knowledge.reload(), other.knowledge.reload()]);
    await Promise.all([one.clock.advance(10_000), other.clock.advance(10_000)]);
    expect(other.knowledge.snapshot.facts.version).toBe(one.knowledge.snapshot.facts.version);
    stop.abort();
  });

  it("survive a store that is away", async () => {
    const store = createMemoryStore({ clock: createFakeClock() });
    const stop = new AbortController();
    let down = true;
    let followed = 0;
    const clock = createFakeClock();
    const { log } = await replica("one", store, stop.signal);
    void followReplicas(
      {
        replicas: {
          wasAnnounced: async () => {
            if (down) throw new Error("no store");
            return true;
          },
        },
        knowledge: { follow: async () => void (followed += 1) },
        clock,
        log,
      },
      stop.signal,
    );
    await clock.advance(5_000);
    expect(followed).toBe(0);
    down = false;
    await clock.advance(5_000);
    expect(followed).toBeGreaterThan(0);
    stop.abort();
  });
});
