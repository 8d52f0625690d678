import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Store } from "../../src/index.ts";

export interface StoreUnderTest {
  readonly store: Store;
  /** A second handle on the same content, as another process would have. */
  readonly other: Store;
  /** Makes everything older, without waiting. */
  elapse(ms: number): Promise<void>;
  clear(): Promise<void>;
  close(): Promise<void>;
}

const HOUR = 3_600_000;

async function contents(store: Store, prefix: string): Promise<Record<string, unknown>> {
  const found: Record<string, unknown> = {};
  for await (const [key, value] of store.entries(prefix)) found[key] = value;
  return found;
}

/** What every store owes the core. */
export function checkStoreContract(name: string, open: () => Promise<StoreUnderTest>): void {
  describe(`${name} keeps the store's contract`, { timeout: 60_000 }, () => {
    let under: StoreUnderTest;
    let store: Store;
    let other: Store;
    beforeAll(async () => {
      under = await open();
      ({ store, other } = under);
    }, 120_000);
    beforeEach(() => under.clear());
    afterAll(() => under?.close());

    test("what was set is read back by everybody, and what was not is undefined", async () => {
      await store.set("a:1", { text: "é 👩‍👩‍👧 \u0000", list: [1, null, true] });
      expect(await other.get("a:1")).toEqual({ text: "é 👩‍👩‍👧 \u0000", list: [1, null, true] });
      expect(await store.get("a:2")).toBeUndefined();
    });

    test("any JSON comes back as it went in", () =>
      fc.assert(
        fc.asyncProperty(fc.jsonValue({ stringUnit: "binary" }), async (value) => {
          await store.set("json", value);
          expect(await other.get("json")).toEqual(JSON.parse(JSON.stringify(value)));
        }),
        { numRuns: 40 },
      ));

    test("texts that a library could take for its own are left alone", async () => {
      const value = [":base64:AAAA", ":colon", '{"value":1}', { __proto__: null, expires: 1 }];
      await store.set("k", value);
      expect(await store.get("k")).toEqual([
        ":base64:AAAA",
        ":colon",
        '{"value":1}',
        { expires: 1 },
      ]);
    });

    test("setting again replaces value and expiry", async () => {
      await store.set("k", 1, { ttlMs: HOUR });
      await store.set("k", 2);
      await under.elapse(2 * HOUR);
      expect(await store.get("k")).toBe(2);
      await store.set("k", 3, { ttlMs: HOUR });
      await under.elapse(2 * HOUR);
      expect(await store.get("k")).toBeUndefined();
    });

    test("a value lives until its time and not longer", async () => {
      await store.set("k", 1, { ttlMs: HOUR });
      await under.elapse(HOUR / 2);
      expect(await other.get("k")).toBe(1);
      await under.elapse(HOUR / 2 + 1_000);
      expect(await other.get("k")).toBeUndefined();
      expect(await store.delete("k")).toBe(false);
    });

    test("deleting says whether there was something", async () => {
      await store.set("k", 1);
      expect(await other.delete("k")).toBe(true);
      expect(await store.delete("k")).toBe(false);
      expect(await store.get("k")).toBeUndefined();
    });

    test("a claim is given to one caller, and its value can be read", async () => {
      expect(await store.claim("c", { ttlMs: HOUR, value: { by: "one" } })).toBe(true);
      expect(await other.claim("c", { ttlMs: HOUR, value: { by: "two" } })).toBe(false);
      expect(await other.get("c")).toEqual({ by: "one" });
      expect(await store.claim("d", { ttlMs: HOUR })).toBe(true);
      expect(await store.get("d")).toBe(true);
    });

    test("of many claims at once exactly one is given", async () => {
      const claims = Array.from({ length: 60 }, (_, index) =>
        (index % 2 === 0 ? store : other).claim("race", { ttlMs: HOUR, value: index }),
      );
      const given = (await Promise.all(claims)).flatMap((won, index) => (won ? [index] : []));
      expect(given).toHaveLength(1);
      expect(await store.get("race")).toBe(given[0]);
    });

    test("a claim is free again when it has expired or was deleted, and a value counts as one", async () => {
      await store.claim("c", { ttlMs: HOUR });
      await under.elapse(HOUR + 1_000);
      expect(await other.claim("c", { ttlMs: HOUR })).toBe(true);
      expect(await store.claim("c", { ttlMs: HOUR })).toBe(false);
      await store.delete("c");
      expect(await store.claim("c", { ttlMs: HOUR })).toBe(true);
      await store.set("v", 1);
      expect(await store.claim("v", { ttlMs: HOUR })).toBe(false);
    });

    test("several claims are given together, with what is beside them, or none of them is", async () => {
      const beside = { key: "row", value: { of: "one" }, ttlMs: HOUR };
      expect(await store.claimAll(["a", "b"], { ttlMs: HOUR, value: "one", beside })).toBe(true);
      expect(await contents(other, "")).toMatchObject({ a: "one", b: "one", row: { of: "one" } });
      const late = { key: "row", value: { of: "two" }, ttlMs: HOUR };
      const two = { ttlMs: HOUR, value: "two", beside: late };
      expect(await other.claimAll(["b", "c"], two)).toBe(false);
      expect(await store.get("c")).toBeUndefined();
      expect(await store.get("row")).toEqual({ of: "one" });
      // Whoever holds them already may ask again, for more of them, too.
      expect(await other.claimAll(["a", "c"], { ttlMs: HOUR, value: "one" })).toBe(true);
      expect(await store.claim("a", { ttlMs: HOUR, value: "one" })).toBe(false);
    });

    test("of claims that share keys in any way and come at once, no two that share one are given, and one always is", async () => {
      const sets = [["a", "b"], ["b", "c"], ["c", "a"], ["b"], ["a", "c", "d"], ["d"]];
      for (let round = 0; round < 8; round += 1) {
        await under.clear();
        const given = await Promise.all(
          sets.map((keys, index) =>
            (index % 2 === 0 ? store : other).claimAll(keys, { ttlMs: HOUR, value: index }),
          ),
        );
        const won = sets.filter((_, index) => given[index]);
        expect(won.length).toBeGreaterThan(0);
        expect(new Set(won.flat()).size).toBe(won.flat().length);
      }
    });

    test("claims that have expired or are gone are free for all of a set", async () => {
      await store.claimAll(["a", "b"], { ttlMs: HOUR, value: "one" });
      await under.elapse(HOUR + 1_000);
      const beside = { key: "row", value: 1, ttlMs: HOUR };
      expect(await other.claimAll(["a", "b"], { ttlMs: HOUR, value: "two", beside })).toBe(true);
      await under.elapse(HOUR + 1_000);
      expect(await store.get("row")).toBeUndefined();
      await store.set("a", "for ever");
      expect(await store.claimAll(["a"], { ttlMs: HOUR, value: "three" })).toBe(false);
      await store.delete("a");
      expect(await store.claimAll(["a"], { ttlMs: HOUR, value: "three" })).toBe(true);
    });

    test("a counter starts at nothing, adds what it is told, and can be read by adding nothing", async () => {
      expect(await store.increment("n", { by: 0, ttlMs: HOUR })).toBe(0);
      expect(await store.increment("n")).toBe(1);
      expect(await other.increment("n", { by: 41 })).toBe(42);
      expect(await store.increment("n", { by: -2 })).toBe(40);
      expect(await store.increment("n", { by: 0 })).toBe(40);
    });

    test("no step of many at once is lost", async () => {
      const counts = await Promise.all(
        Array.from({ length: 60 }, (_, index) => (index % 2 === 0 ? store : other).increment("n")),
      );
      expect(counts.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 60 }, (_, n) => n + 1));
    });

    test("a counter's time runs from its first step", async () => {
      await store.increment("n", { ttlMs: HOUR });
      await under.elapse(HOUR * 0.7);
      expect(await store.increment("n", { ttlMs: HOUR })).toBe(2);
      await under.elapse(HOUR * 0.7);
      expect(await store.increment("n", { ttlMs: HOUR })).toBe(1);
    });

    test("counters and values of the same name do not meet", async () => {
      await store.increment("same");
      expect(await store.get("same")).toBeUndefined();
      await store.set("same", "text");
      expect(await store.increment("same")).toBe(2);
      expect(await contents(store, "same")).toEqual({ same: "text" });
      expect(await store.delete("same")).toBe(true);
      expect(await store.increment("same", { by: 0 })).toBe(0);
    });

    test("entries lists what begins so, and nothing that has expired", async () => {
      await store.set("a:1", 1);
      await store.set("a:2", 2, { ttlMs: HOUR });
      await store.claim("a:3", { ttlMs: 3 * HOUR, value: 3 });
      await store.set("ab", 4);
      await under.elapse(2 * HOUR);
      expect(await contents(other, "a:")).toEqual({ "a:1": 1, "a:3": 3 });
      expect(await contents(other, "zzz:")).toEqual({});
    });

    test("a prefix without a colon reaches over groups", async () => {
      await store.set("slack-thread:1", 1);
      await store.set("slack-reply:1", 2);
      await store.set("discord-reply:1", 3);
      await store.set("slackers", 4);
      expect(await contents(store, "slack-")).toEqual({ "slack-thread:1": 1, "slack-reply:1": 2 });
      expect(Object.keys(await contents(store, "")).sort()).toEqual([
        "discord-reply:1",
        "slack-reply:1",
        "slack-thread:1",
        "slackers",
      ]);
    });

    test("a prefix is taken word for word", () => {
      const part = fc.string({
        unit: fc.constantFrom("a", "b", ":", "%", "_", "*", "?", "[", "\\", "'", "é"),
        maxLength: 5,
      });
      return fc.assert(
        fc.asyncProperty(fc.uniqueArray(part, { maxLength: 8 }), part, async (rest, more) => {
          await under.clear();
          const keys = rest.map((one) => `p:${one}`);
          await Promise.all(keys.map((key) => store.set(key, key)));
          const prefix = `p:${more}`;
          const expected = keys.filter((key) => key.startsWith(prefix));
          expect(Object.keys(await contents(store, prefix)).sort()).toEqual(expected.sort());
        }),
        { numRuns: 40 },
      );
    });

    test("many entries are listed once each, also while they are deleted", async () => {
      const keys = Array.from({ length: 1_203 }, (_, index) => `many:${index}`);
      await Promise.all(keys.map((key) => store.set(key, 1, { ttlMs: HOUR })));
      const listed: string[] = [];
      for await (const [key] of store.entries("many:")) {
        listed.push(key);
        await store.delete(key);
      }
      expect(listed.toSorted()).toEqual(keys.toSorted());
      expect(await contents(store, "many:")).toEqual({});
    });

    test("it is well, and says so", () => {
      expect(store.health()).toEqual({ state: "ok" });
    });
  });
}
