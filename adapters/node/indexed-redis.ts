import { KeyvRedis } from "@keyv/redis";
import type { createClient } from "@keyv/redis";

export type RedisClient = ReturnType<typeof createClient>;

export const NAMESPACE = "docent";
/** Entries outlive their score by this much, so that clocks of several machines need not agree. */
const SLACK_MS = 60 * 60_000;
const BATCH = 500;

/** Where a value lies: `docent::answer:…`. */
export function valueKey(key: string): string {
  return `${NAMESPACE}::${key}`;
}

/** The sorted set of a group's keys, scored by when they expire: `docent-index::answer`. */
function indexKey(key: string): string {
  return `${NAMESPACE}-index::${key.split(":", 1)[0]}`;
}

/**
 * @keyv/redis with an index of keys for each group (what stands before the first colon), written in the same transaction
 * as the value. Redis can only list keys by walking all of them; with the index, listing costs what is listed.
 */
export class IndexedKeyvRedis extends KeyvRedis<string> {
  readonly #client: RedisClient;

  constructor(client: RedisClient) {
    super(client, { namespace: NAMESPACE, throwOnErrors: true });
    this.#client = client;
  }

  override async set(key: string, value: string, ttlMs?: number): Promise<void> {
    await this.index(key, ttlMs);
    await super.set(key, value, ttlMs);
  }

  override async delete(key: string): Promise<boolean> {
    const [deleted] = await this.#client
      .multi()
      .del(valueKey(key))
      .zRem(indexKey(key), key)
      .execTyped();
    return deleted > 0;
  }

  /** Before the value, so that whatever is there can be listed; an index entry without a value is skipped. */
  async index(key: string, ttlMs: number | undefined): Promise<void> {
    const now = Date.now();
    const name = indexKey(key);
    const score = ttlMs === undefined ? Number.POSITIVE_INFINITY : now + ttlMs;
    await this.#client
      .multi()
      .zRemRangeByScore(name, "-inf", now - SLACK_MS)
      .zAdd(name, { score, value: key })
      .exec();
  }

  /** Each key once with its text, however the set changes meanwhile. */
  async *list(prefix: string): AsyncGenerator<readonly [key: string, text: string]> {
    const seen = new Set<string>();
    for await (const page of this.#client.zScanIterator(indexKey(prefix), {
      MATCH: `${prefix.replaceAll(/[\\*?[\]]/gu, "\\$&")}*`,
      COUNT: BATCH,
    })) {
      const key = page.value;
      if (seen.has(key)) continue;
      seen.add(key);
      const text = await this.#client.get(valueKey(key));
      if (text !== null) yield [key, text];
    }
  }
}
