import { randomBytes } from "node:crypto";
import { LRUCache } from "lru-cache";
import { explain } from "../../src/index.ts";
import type { Clock, Log, Pseudonym, Store } from "../../src/index.ts";
import { createKeyedDigest } from "./keyed-digest.ts";

export interface Pseudonyms {
  /** What the store knows somebody by: the same on every replica, for as long as the store lives. */
  readonly pseudonym: Pseudonym;
  /** What logs know somebody by: another one each day (UTC). */
  readonly nameInLogs: Pseudonym;
  /** Fetches the key that all replicas share, or leaves it there. False: the store did not answer; to be tried again. */
  load(): Promise<boolean>;
}

const KEY = "secret:pseudonyms";
/** Ten years: longer than anything that was written under it. */
const KEPT_MS = 10 * 365 * 86_400_000;
/** So many names are not worked out anew: whoever asks is named several times in the course of a question. */
const REMEMBERED = 5_000;

/** Until the shared key is there, a key of this process alone: nobody's id is written down for want of a store. */
export function createPseudonyms({
  store,
  clock,
  log,
}: {
  readonly store: Pick<Store, "get" | "claim">;
  readonly clock: Pick<Clock, "now">;
  readonly log: Log;
}): Pseudonyms {
  let digest = createKeyedDigest(randomBytes(32).toString("base64url"));

  const names = new LRUCache<string, string>({ max: REMEMBERED });

  const named = (purpose: string, id: string): string =>
    digest(`${purpose}\0${id}`).toString("base64url", 0, 16);

  return {
    pseudonym(id) {
      const known = names.get(id);
      if (known !== undefined) return known;
      const name = named("store", id);
      names.set(id, name);
      return name;
    },
    nameInLogs: (id) => named(`log ${Math.floor(clock.now() / 86_400_000)}`, id),
    async load() {
      try {
        const offered = randomBytes(32).toString("base64url");
        await store.claim(KEY, { ttlMs: KEPT_MS, value: offered });
        const shared = await store.get(KEY);
        if (typeof shared !== "string") return false;
        digest = createKeyedDigest(shared);
        names.clear();
        return true;
      } catch (error) {
        log.debug({ error: explain(error) }, "the key of the pseudonyms could not be fetched");
        return false;
      }
    },
  };
}
