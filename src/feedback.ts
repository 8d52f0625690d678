import type { Clock, Store } from "./ports.ts";
import { isRecord } from "./shapes.ts";
import type { Vote } from "./types.ts";

/** One person's opinion of one answer. */
export interface Ballot {
  readonly answer: string;
  readonly person: string;
  readonly tenant: string;
  readonly vote: Vote;
  /** The page the answer came from; none where Docent abstained. */
  readonly page?: string;
}

export interface Tally {
  readonly helpful: number;
  readonly notHelpful: number;
  /** Pages with "not helpful" votes, worst first. */
  readonly pages: readonly {
    readonly page: string;
    readonly helpful: number;
    readonly notHelpful: number;
    /** When the latest of those was cast, epoch ms. */
    readonly latest: number;
  }[];
}

export interface Feedback {
  /** The later vote of a person replaces the earlier. */
  vote(ballot: Ballot): Promise<void>;
  tally(): Promise<Tally>;
}

export const VOTE_PREFIX = "vote:";
const KEPT_MS = 90 * 86_400_000;

/** Votes lie under answer and person: voting twice writes the same place, so nothing needs to be read first. */
export function createFeedback({
  store,
  clock,
}: {
  readonly store: Store;
  readonly clock: Clock;
}): Feedback {
  return {
    async vote({ answer, person, ...rest }) {
      await store.set(
        `${VOTE_PREFIX}${answer}:${person}`,
        { person, ...rest, at: clock.now() },
        { ttlMs: KEPT_MS },
      );
    },
    async tally() {
      let helpful = 0;
      let notHelpful = 0;
      const pages = new Map<string, { helpful: number; notHelpful: number; latest: number }>();
      for await (const [, value] of store.entries(VOTE_PREFIX)) {
        if (!isRecord(value)) continue;
        const { vote, page, at } = value;
        if (vote !== "helpful" && vote !== "not-helpful") continue;
        const good = vote === "helpful";
        if (good) helpful += 1;
        else notHelpful += 1;
        if (typeof page !== "string") continue;
        const count = pages.get(page) ?? { helpful: 0, notHelpful: 0, latest: 0 };
        const cast = good || typeof at !== "number" ? 0 : at;
        pages.set(page, {
          helpful: count.helpful + (good ? 1 : 0),
          notHelpful: count.notHelpful + (good ? 0 : 1),
          latest: Math.max(count.latest, cast),
        });
      }
      return {
        helpful,
        notHelpful,
        pages: [...pages]
          .map(([page, count]) => ({ page, ...count }))
          .filter((one) => one.notHelpful > 0)
          .sort((a, b) => b.notHelpful - a.notHelpful || a.page.localeCompare(b.page)),
      };
    },
  };
}
