import type { KeyvStoreAdapter } from "keyv";
import { explain } from "../../src/index.ts";
import type { Health, Log, Store } from "../../src/index.ts";

/** What Keyv has no word for: an engine's own atomic steps, on the same keys and texts as its Keyv adapter. */
export interface Atomics {
  /** Puts the text under the key where there is none, or only an expired one. One step for all callers. */
  insert(key: string, text: string, ttlMs: number): Promise<boolean>;
  /** Puts the text in the place of exactly that other one. */
  replace(key: string, old: string, text: string, ttlMs: number): Promise<boolean>;
  /**
   * Puts the text under all the keys, and the other one beside it, where each is free, expired, or holds just this text:
   * one step for all callers. Otherwise it puts nothing, and tells one that is held.
   */
  insertAll(
    keys: readonly string[],
    text: string,
    ttlMs: number,
    beside: Beside | undefined,
  ): Promise<Held | undefined>;
  add(key: string, by: number, ttlMs: number | undefined): Promise<number>;
  removeCounter(key: string): Promise<boolean>;
  /** In pages, so that nothing is read as a whole. */
  scan(prefix: string): AsyncIterable<readonly [key: string, text: string]>;
  health(): Health;
  close(): Promise<void>;
}

export interface Beside {
  readonly key: string;
  readonly text: string;
  readonly ttlMs: number;
}

export interface Held {
  readonly key: string;
  readonly text: string;
}

/** What Docent's keys are set apart by where it shares an engine with others. */
export const NAMESPACE = "docent";

interface Envelope {
  readonly value?: unknown;
}

/**
 * A store of a Keyv adapter and the engine's atomics. Expiry is the engine's alone; Keyv itself, which would compare with
 * the wall clock of whichever process reads, is left out. A text that is not ours counts as missing, is warned of, and is
 * overwritten.
 */
export function createKeyvStore(adapter: KeyvStoreAdapter, atomics: Atomics, log: Log): Store {
  const encode = (value: unknown): string => JSON.stringify({ value: value ?? null });

  function decode(text: unknown): Envelope | undefined {
    try {
      const parsed: unknown = typeof text === "string" ? JSON.parse(text) : undefined;
      if (typeof parsed === "object" && parsed !== null && "value" in parsed) return parsed;
    } catch (error) {
      log.debug({ error: explain(error) }, "a stored text is not JSON");
    }
    log.warn({}, "the store holds something that Docent did not write: it counts as missing");
    return undefined;
  }

  adapter.namespace = NAMESPACE;
  // What a call throws is thrown to its caller; without a listener the same event would end the process.
  adapter.on("error", (error) =>
    log.debug({ error: explain(error) }, "the store reports an error"),
  );

  return {
    async get(key) {
      const text: unknown = await adapter.get(key);
      return text === undefined || text === null ? undefined : decode(text)?.value;
    },
    async set(key, value, options) {
      await adapter.set(key, encode(value), options?.ttlMs);
    },
    async delete(key) {
      const [value, counter] = await Promise.all([adapter.delete(key), atomics.removeCounter(key)]);
      return value || counter;
    },
    async claim(key, { ttlMs, value = true }) {
      const text = encode(value);
      if (await atomics.insert(key, text, ttlMs)) return true;
      const found: unknown = await adapter.get(key);
      // Gone in between: whoever had it was first all the same.
      if (typeof found !== "string" || decode(found) !== undefined) return false;
      return atomics.replace(key, found, text, ttlMs);
    },
    async claimAll(keys, { ttlMs, value, beside }) {
      const text = encode(value);
      const also = beside && { ...beside, text: encode(beside.value) };
      for (;;) {
        const held = await atomics.insertAll(keys, text, ttlMs, also);
        if (held === undefined) return true;
        if (decode(held.text) !== undefined) return false;
        // Garbage holds nothing; whoever replaced it in the meantime does.
        if (!(await atomics.replace(held.key, held.text, text, ttlMs))) return false;
      }
    },
    increment: (key, { by = 1, ttlMs } = {}) => atomics.add(key, by, ttlMs),
    async *entries(prefix) {
      for await (const [key, text] of atomics.scan(prefix)) {
        const envelope = decode(text);
        if (envelope !== undefined) yield [key, envelope.value] as const;
      }
    },
    health: () => atomics.health(),
    close: () => atomics.close(),
  };
}
