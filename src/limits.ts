import type { Message, Pseudonym, Store } from "./ports.ts";

/** So many questions in so long, counted from the first. */
export interface Allowance {
  readonly questions: number;
  readonly windowMs: number;
}

export type Verdict =
  | { readonly kind: "within" }
  /** `first`: nobody has been told yet. */
  | { readonly kind: "over"; readonly first: boolean; readonly retryInMs: number };

export interface Limits {
  check(message: Message): Promise<Verdict>;
}

/**
 * A fixed window per asker and one per place, on the store's atomic counters: shared by all replicas on any engine,
 * and local while the store is down. The question that goes over it is told so; the rest of the window is silence.
 */
export function createLimits({
  store,
  pseudonym,
  perAsker = { questions: 5, windowMs: 10_000 },
  perPlace = { questions: 30, windowMs: 10_000 },
}: {
  readonly store: Store;
  readonly pseudonym: Pseudonym;
  readonly perAsker?: Allowance;
  readonly perPlace?: Allowance;
}): Limits {
  async function spend(key: string, { questions, windowMs }: Allowance): Promise<Verdict> {
    const count = await store.increment(key, { ttlMs: windowMs });
    if (count <= questions) return { kind: "within" };
    // The whole window: never too early to come back then.
    return { kind: "over", first: count === questions + 1, retryInMs: windowMs };
  }

  return {
    async check({ query, place, unlimited }) {
      if (unlimited === true) return { kind: "within" };
      const asker = await spend(`rate:${pseudonym(query.asker.id)}`, perAsker);
      if (asker.kind === "over" || place === undefined) return asker;
      return spend(`rate:${place}`, perPlace);
    },
  };
}
