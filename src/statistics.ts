import type { Clock, Store } from "./ports.ts";

/** How today went, over all replicas. */
export interface Today {
  readonly questions: number;
  readonly answered: number;
  /** Milliseconds within which that share of the questions was answered: the upper end of a bucket. */
  readonly p50: number;
  readonly p99: number;
}

export interface Statistics {
  record(kind: "found" | "abstained", ms: number): Promise<void>;
  today(): Promise<Today>;
}

/** Upper ends in milliseconds, each about a half more than the one before; the last takes the rest. */
const BUCKETS = [
  1, 2, 3, 5, 8, 12, 18, 27, 40, 60, 90, 135, 200, 300, 450, 700, 1_000, 2_000, 5_000, 10_000,
];
const DAY_MS = 86_400_000;
const KEPT_MS = 3 * DAY_MS;

/**
 * Counters in the store, a day (UTC), a kind and a bucket each: one is written for a question. No list of questions,
 * nobody's name, the same for all replicas. What comes while the store is still writing is added up and written together.
 */
export function createStatistics({
  store,
  clock,
}: {
  readonly store: Store;
  readonly clock: Clock;
}): Statistics {
  const today = dayName(clock);
  const key = (name: string): string => `today:${today()}:${name}`;
  const add = (name: string, by: number): Promise<number> =>
    store.increment(key(name), { by, ttlMs: KEPT_MS });
  /** How many of a kind fell into each bucket. */
  const countsOf = (kind: string): Promise<readonly number[]> =>
    Promise.all(BUCKETS.map((end) => add(`${kind}:${end}`, 0)));
  let writing: Promise<unknown> = Promise.resolve();
  let gathered:
    | { readonly counts: Map<string, number>; readonly written: Promise<unknown> }
    | undefined;

  /** Resolves once what is gathered with it is written. */
  function gather(name: string): Promise<unknown> {
    gathered ??= begin();
    const { counts, written } = gathered;
    counts.set(name, (counts.get(name) ?? 0) + 1);
    return written;
  }

  function begin() {
    const counts = new Map<string, number>();
    const write = (): Promise<unknown> => {
      gathered = undefined;
      return Promise.all([...counts].map(([name, by]) => add(name, by)));
    };
    // Whoever waits hears of a failure; the next ones are written all the same.
    const written = writing.then(write);
    writing = written.catch(() => undefined);
    return { counts, written };
  }

  return {
    async record(kind, ms) {
      await gather(`${kind}:${BUCKETS.find((end) => ms <= end) ?? BUCKETS.at(-1)}`);
    },
    async today() {
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
