import { explain } from "./errors.ts";
import type { Clock, Log, Store } from "./ports.ts";

/** How today went, over all replicas. */
export interface Today {
  readonly questions: number;
  readonly answered: number;
  /** Milliseconds within which that share of the questions was answered: the upper end of a bucket. */
  readonly p50: number;
  readonly p99: number;
}

export interface Statistics {
  /** Counted now, written down within a second. */
  record(kind: "found" | "abstained", ms: number): void;
  /** Resolves once everything counted so far is written down; rejects, and forgets it, where that fails. */
  flush(): Promise<void>;
  today(): Promise<Today>;
}

/** Upper ends in milliseconds, each about a half more than the one before; the last takes the rest. */
const BUCKETS = [
  1, 2, 3, 5, 8, 12, 18, 27, 40, 60, 90, 135, 200, 300, 450, 700, 1_000, 2_000, 5_000, 10_000,
];
const DAY_MS = 86_400_000;
const KEPT_MS = 3 * DAY_MS;
/** So much is lost where a process is killed. */
const GATHERING_MS = 1_000;

/**
 * Counters in the store, a day (UTC), a kind and a bucket each. No list of questions, nobody's name, the same for all
 * replicas. What a second brings is added up and written together: no question waits for it.
 */
export function createStatistics({
  store,
  clock,
  log,
}: {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
}): Statistics {
  const today = dayName(clock);
  const key = (name: string): string => `today:${today()}:${name}`;
  const add = (counter: string, by: number): Promise<number> =>
    store.increment(counter, { by, ttlMs: KEPT_MS });
  /** How many of a kind fell into each bucket. */
  const countsOf = (kind: string): Promise<readonly number[]> =>
    Promise.all(BUCKETS.map((end) => add(key(`${kind}:${end}`), 0)));
  const gathered = new Map<string, number>();
  let writing: Promise<unknown> = Promise.resolve();

  let callOff: (() => void) | undefined;

  function flush(): Promise<void> {
    callOff?.();
    const counts = [...gathered];
    gathered.clear();
    const written = writing.then(() => Promise.all(counts.map(([name, by]) => add(name, by))));
    // Whoever waits hears of a failure; the next ones are written all the same.
    writing = written.catch(() => undefined);
    return written.then(() => undefined);
  }

  function flushSoon(): void {
    callOff = clock.after(GATHERING_MS, () => {
      flush().catch((error: unknown) => {
        log.debug({ error: explain(error) }, "today's numbers could not be written down");
      });
    });
  }

  return {
    record(kind, ms) {
      if (gathered.size === 0) flushSoon();
      const name = key(`${kind}:${BUCKETS.find((end) => ms <= end) ?? BUCKETS.at(-1)}`);
      gathered.set(name, (gathered.get(name) ?? 0) + 1);
    },
    flush,
    async today() {
      await flush();
      const [found, abstained] = await Promise.all([countsOf("found"), countsOf("abstained")]);
      const counts = found.map((count, index) => count + (abstained[index] ?? 0));
      return {
        questions: sum(counts),
        answered: sum(found),
        p50: quantile(counts, 0.5),
        p99: quantile(counts, 0.99),
      };
    },
  };
}

/** `2026-11-22`, written anew only when another day has come. */
function dayName(clock: Clock): () => string {
  let day = Number.NaN;
  let name = "";
  return () => {
    const now = clock.now();
    if (Math.floor(now / DAY_MS) !== day) {
      day = Math.floor(now / DAY_MS);
      name = new Date(now).toISOString().slice(0, 10);
    }
    return name;
  };
}

const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0);

function quantile(counts: readonly number[], share: number): number {
  const wanted = sum(counts) * share;
  let seen = 0;
  for (const [index, count] of counts.entries()) {
    seen += count;
    if (count > 0 && seen >= wanted) return BUCKETS[index] ?? 0;
  }
  return 0;
}
