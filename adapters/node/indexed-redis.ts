import KeyvRedis from "@keyv/redis";
import { NAMESPACE } from "./keyv-store.ts";
import type { Beside, Held } from "./keyv-store.ts";
import type { RedisClient } from "./redis-client.ts";

/** Index entries outlive their values by this much, so that clocks of several machines need not agree. */
const SLACK_MS = 60 * 60_000;
const BATCH = 500;

/**
 * Looks at the keys to be held, then writes them and what is beside, each with its place in the index. A value that is no
 * text holds nothing, and neither does one that stands where an index should be.
 */
const INSERT_ALL = `
  local held = tonumber(ARGV[1])
  for at = 1, held do
    local value = redis.pcall('GET', KEYS[2 * at - 1])
    if type(value) == 'string' and value ~= ARGV[4 * at] then return { at, value } end
  end
  for at = 1, #KEYS / 2 do
    local key, text, ttl, score = ARGV[4 * at - 1], ARGV[4 * at], ARGV[4 * at + 1], ARGV[4 * at + 2]
    local index = KEYS[2 * at]
    if redis.call('TYPE', index).ok ~= 'zset' then redis.call('DEL', index) end
    redis.call('ZREMRANGEBYSCORE', index, '-inf', ARGV[2])
    redis.call('ZADD', index, score, key)
    redis.call('SET', KEYS[2 * at - 1], text, 'PX', ttl)
  end
  return false
`;

/** Where a value lies: `docent::answer:…`. */
export function valueKey(key: string): string {
  return `${NAMESPACE}::${key}`;
}

/** The sorted set of a group's keys, scored by when they expire: `docent-index::answer`. */
function indexKey(key: string): string {
  return `${NAMESPACE}-index::${key.split(":", 1)[0]}`;
}

/** A text as a pattern that matches nothing but itself. */
function glob(text: string): string {
  return text.replaceAll(/[\\*?[\]]/gu, String.raw`\$&`);
}

/** What the client throws where a command within a transaction failed. */
function hasReplies(error: unknown): error is { readonly replies: readonly unknown[] } {
  return error instanceof Error && "replies" in error && Array.isArray(error.replies);
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
    await this.#write(key, value, ttlMs, false);
  }

  /** Only where nothing is: `SET NX`. */
  async insert(key: string, value: string, ttlMs: number): Promise<boolean> {
    return this.#write(key, value, ttlMs, true);
  }

  override async delete(key: string): Promise<boolean> {
    const replies = await this.#client.multi().zRem(indexKey(key), key).del(valueKey(key)).exec();
    return Number(replies[1]) > 0;
  }

  async #write(
    key: string,
    value: string,
    ttlMs: number | undefined,
    onlyNew: boolean,
  ): Promise<boolean> {
    const index = indexKey(key);
    const now = Date.now();
    const score = ttlMs === undefined ? Number.POSITIVE_INFINITY : now + ttlMs;
    try {
      const replies = await this.#client
        .multi()
        .zRemRangeByScore(index, "-inf", now - SLACK_MS)
        .zAdd(index, { score, value: key })
        .set(valueKey(key), value, {
          ...(ttlMs !== undefined && { expiration: { type: "PX", value: Math.ceil(ttlMs) } }),
          ...(onlyNew && { condition: "NX" }),
        })
        .exec();
      return replies[2] !== null;
    } catch (error) {
      // Somebody else's value where the index should be: it goes, or nothing of this group could ever be written again.
      // The other commands of the transaction were carried out all the same.
      if ((await this.#client.type(index)) === "zset" || !hasReplies(error)) throw error;
      await this.#client.del(index);
      await this.#client.zAdd(index, { score, value: key });
      return error.replies[2] === "OK";
    }
  }

  /** Puts the text under all the keys and the other one beside it, or does nothing and tells a key that is held. */
  async insertAll(
    keys: readonly string[],
    text: string,
    ttlMs: number,
    beside: Beside | undefined,
  ): Promise<Held | undefined> {
    const written = [
      ...keys.map((key) => ({ key, text, ttlMs })),
      ...(beside === undefined ? [] : [beside]),
    ];
    const now = Date.now();
    const held = await this.#client.eval(INSERT_ALL, {
      keys: written.flatMap(({ key }) => [valueKey(key), indexKey(key)]),
      arguments: [
        String(keys.length),
        String(now - SLACK_MS),
        ...written.flatMap((one) => {
          const ms = Math.ceil(one.ttlMs);
          return [one.key, one.text, String(ms), String(now + ms)];
        }),
      ],
    });
    if (!Array.isArray(held)) return undefined;
    const [at, heldText] = held.map((one) => (typeof one === "string" ? one : Number(one)));
    return { key: keys[Number(at) - 1] ?? "", text: `${heldText}` };
  }

  /** Each key once with its text, however the set changes meanwhile. */
  async *list(prefix: string): AsyncGenerator<readonly [key: string, text: string]> {
    if (prefix.includes(":")) {
      yield* this.#listGroup(indexKey(prefix), prefix);
      return;
    }
    // Several groups, which only a walk over all keys finds: for what is done once in a while.
    const found = this.#client.scanIterator({
      MATCH: `${glob(indexKey(prefix))}*`,
      COUNT: BATCH,
    });
    const indexes = new Set<string>();
    for await (const names of found) for (const name of names) indexes.add(name);
    for (const index of indexes) yield* this.#listGroup(index, prefix);
  }

  async *#listGroup(
    index: string,
    prefix: string,
  ): AsyncGenerator<readonly [key: string, text: string]> {
    const seen = new Set<string>();
    const pages = this.#client.zScanIterator(index, { MATCH: `${glob(prefix)}*`, COUNT: BATCH });
    for await (const page of pages) {
      const keys = page.map((member) => member.value).filter((key) => !seen.has(key));
      if (keys.length === 0) continue;
      const texts = await this.#client.mGet(keys.map(valueKey));
      for (const [index, key] of keys.entries()) {
        seen.add(key);
        const text = texts[index];
        if (typeof text === "string") yield [key, text];
      }
    }
  }
}
