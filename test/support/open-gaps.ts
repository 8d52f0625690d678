import { createMemoryStore } from "../../adapters/node/memory-store.ts";
import { createGaps } from "../../src/index.ts";
import type { GapQuestion, Store } from "../../src/index.ts";
import { createFakeClock } from "../fakes/clock.ts";
import { createCountingMetrics } from "../fakes/recorders.ts";
import { simpleTerms } from "../fakes/terms.ts";

/** Gaps over a store of their own, and somebody to ask; `instead`: what the store does in another way. */
export function openGaps(instead: Partial<Store> = {}) {
  const clock = createFakeClock();
  const store: Store = { ...createMemoryStore({ clock }), ...instead };
  const metrics = createCountingMetrics();
  const gaps = createGaps({ store, clock, terms: simpleTerms, metrics });
  const ask = async (
    text: string,
    person: string,
    more: Partial<GapQuestion> = {},
  ): Promise<void> => {
    await clock.advance(1);
    await gaps.record({
      text,
      person,
      tenant: "slack:T1",
      labels: [],
      cause: "abstained",
      ...more,
    });
  };
  return { clock, store, gaps, ask, metrics };
}
