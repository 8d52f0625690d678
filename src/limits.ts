import type { Allowance, Message, Pseudonym, Rate, Rates } from "./ports.ts";

export type Verdict =
  | { readonly kind: "within" }
  /** `first`: nobody has been told yet. */
  | { readonly kind: "over"; readonly first: boolean; readonly retryInMs: number };

export interface Limits {
  check(message: Message): Promise<Verdict>;
}

/**
 * A fixed window per asker and one per place. The question that goes over it is told so; the rest of the window is
 * silence.
 */
export function createLimits({
  rates,
  pseudonym,
  perAsker = { questions: 5, windowMs: 10_000 },
  perPlace = { questions: 30, windowMs: 10_000 },
}: {
  readonly rates: Rates;
  readonly pseudonym: Pseudonym;
  readonly perAsker?: Allowance;
  readonly perPlace?: Allowance;
}): Limits {
  const ofAsker = rates("asker", perAsker);
  const ofPlace = rates("place", perPlace);

  async function spend(rate: Rate, key: string, { questions }: Allowance): Promise<Verdict> {
    const { used, endsInMs } = await rate(key);
    if (used <= questions) return { kind: "within" };
    return { kind: "over", first: used === questions + 1, retryInMs: endsInMs };
  }

  return {
    async check({ query, place }) {
      const asker = await spend(ofAsker, pseudonym(query.asker.id), perAsker);
      if (asker.kind === "over" || place === undefined) return asker;
      return spend(ofPlace, place, perPlace);
    },
  };
}
