import { createInFlight } from "../in-flight.ts";
import type { Clock, Snapshot } from "../ports.ts";

/**
 * Whoever takes a snapshot may have to wait for the store, 250 ms at most, before it is asked: until then it stays open
 * even if nobody seems to use it.
 */
const GRACE_MS = 500;
/** No question waits for longer; what is left then has been lost by its asker, too. */
const LONGEST_MS = 60_000;

/** A snapshot that closes when its last question has ended. */
export interface LeasedSnapshot {
  readonly snapshot: Snapshot;
  /** Nobody takes it any more. Resolves when it is closed. */
  retire(): Promise<void>;
}

export function leaseSnapshot(opened: Snapshot, clock: Clock): LeasedSnapshot {
  const asked = createInFlight(clock);
  let retired: Promise<void> | undefined;

  async function close(): Promise<void> {
    await clock.sleep(GRACE_MS);
    await asked.drain(LONGEST_MS);
    await opened.close();
  }
  const retire = (): Promise<void> => (retired ??= close());

  return {
    retire,
    snapshot: {
      get facts() {
        return opened.facts;
      },
      answer: (query, options) => asked.track(opened.answer(query, options)),
      why: (query, options) => asked.track(opened.why(query, options)),
      suggest: (text, asker, limit) => asked.track(opened.suggest(text, asker, limit)),
      read: (passage, asker) => asked.track(opened.read(passage, asker)),
      topics: (asker) => asked.track(opened.topics(asker)),
      declared: () => asked.track(opened.declared()),
      verdicts: (from, most) => asked.track(opened.verdicts(from, most)),
      access: (page) => asked.track(opened.access(page)),
      close: retire,
    },
  };
}
