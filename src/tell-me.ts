import { explain } from "./errors.ts";
import type { Clock, Log, Store } from "./ports.ts";
import { isRecord, isTexts } from "./shapes.ts";
import type { Answer, Asker } from "./types.ts";

/** Somebody who wants to hear when there is an answer. */
export interface Wish {
  /** The answer's id that said "I don't know". */
  readonly answer: string;
  readonly question: string;
  readonly previous: readonly string[];
  readonly person: string;
  readonly tenant: string;
  readonly labels: readonly string[];
  /** Where the adapter can reach them. */
  readonly channel: string;
}

export interface Wishes {
  add(wish: Wish): Promise<void>;
  /**
   * Asks each wish anew, as its asker; tells those that now have an answer, and forgets them.
   * One that could not be told stays for the next time. The number told.
   */
  fulfil(ask: (wish: Wish, asker: Asker) => Promise<Answer>, tell: Tell): Promise<number>;
}

/** Brings an answer to where its asker wanted it. The channel's first part names the adapter. */
export type Tell = (channel: string, answer: Answer) => Promise<void>;

export const WISH_PREFIX = "wish:";
export const WISH_MS = 30 * 86_400_000;
/** While one replica tells, another must not. */
const TELLING_MS = 60_000;

export function createWishes({
  store,
  clock,
  log,
}: {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
}): Wishes {
  return {
    async add(wish) {
      await store.set(
        `${WISH_PREFIX}${wish.answer}:${wish.person}`,
        { ...wish, at: clock.now() },
        { ttlMs: WISH_MS },
      );
    },
    async fulfil(ask, tell) {
      let told = 0;
      for await (const [key, value] of store.entries(WISH_PREFIX)) {
        const wish = parseWish(value);
        if (wish === undefined) continue;
        try {
          const answer = await ask(wish, { id: wish.person, labels: wish.labels });
          if (answer.kind !== "found") continue;
          if (!(await store.claim(`telling:${key}`, { ttlMs: TELLING_MS }))) continue;
          await tell(wish.channel, answer);
          await store.delete(key);
          told += 1;
        } catch (error) {
          log.warn(
            { error: explain(error) },
            "somebody could not be told of an answer; tried again next time",
          );
        }
      }
      return told;
    },
  };
}

function parseWish(value: unknown): Wish | undefined {
  if (!isRecord(value)) return undefined;
  const { answer, question, previous, person, tenant, labels, channel } = value;
  if (typeof answer !== "string" || typeof question !== "string") return undefined;
  if (typeof person !== "string" || typeof tenant !== "string") return undefined;
  if (typeof channel !== "string" || !isTexts(labels) || !isTexts(previous)) return undefined;
  return { answer, question, previous, person, tenant, labels, channel };
}
