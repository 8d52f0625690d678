import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Rates } from "../../src/index.ts";

export interface RatesUnderTest {
  readonly rates: Rates;
  /** A second handle on the same counters, as another process would have; absent where there can be none. */
  readonly other?: Rates;
  /** Makes everything older, without waiting. */
  elapse(ms: number): Promise<void>;
  clear(): Promise<void>;
  close(): Promise<void>;
}

const ALLOWANCE = { questions: 3, windowMs: 600_000 };

/** What every counter of rates owes the core. */
export function checkRatesContract(name: string, open: () => Promise<RatesUnderTest>): void {
  describe(`${name} keep the contract of rates`, { timeout: 60_000 }, () => {
    let under: RatesUnderTest;
    let round = 0;
    const rate = (which = under.rates, allowance = ALLOWANCE) => which(`test-${round}`, allowance);
    const usedOf = async (times: number, key: string): Promise<readonly number[]> => {
      const own = rate();
      const used: number[] = [];
      for (let time = 0; time < times; time += 1) used.push((await own(key)).used);
      return used;
    };
    beforeAll(async () => {
      under = await open();
    }, 120_000);
    beforeEach(async () => {
      round += 1;
      await under.clear();
    });
    afterAll(() => under?.close());

    test("they count each key from one, also beyond the allowance, so that one question is the first too many", async () => {
      expect(await usedOf(6, "anna")).toEqual([1, 2, 3, 4, 5, 6]);
      expect(await usedOf(1, "ben")).toEqual([1]);
    });

    test("names set keys apart", async () => {
      const [one, two] = ["one", "two"].map((of) => under.rates(`${of}-${round}`, ALLOWANCE));
      expect((await one!("anna")).used).toBe(1);
      expect((await two!("anna")).used).toBe(1);
      expect((await one!("anna")).used).toBe(2);
    });

    test("they tell how long the window still lasts, and after that it begins anew", async () => {
      const own = rate();
      const { endsInMs } = await own("anna");
      expect(endsInMs).toBeLessThanOrEqual(ALLOWANCE.windowMs);
      expect(endsInMs).toBeGreaterThan(ALLOWANCE.windowMs - 60_000);
      await under.elapse(400_000);
      const later = await own("anna");
      expect(later.used).toBe(2);
      expect(later.endsInMs).toBeLessThanOrEqual(200_000);
      expect(later.endsInMs).toBeGreaterThan(0);
      await under.elapse(201_000);
      expect((await own("anna")).used).toBe(1);
    });

    test("no two of many at once are told the same number, whichever process counts", async () => {
      const handles = [rate(), rate(under.other ?? under.rates)];
      const together = under.other === undefined ? [handles[0]!] : handles;
      const spent = await Promise.all(
        Array.from({ length: 40 }, (_, at) => together[at % together.length]!("crowd")),
      );
      expect(spent.map(({ used }) => used).toSorted((a, b) => a - b)).toEqual(
        Array.from({ length: 40 }, (_, at) => at + 1),
      );
    });

    test("a key may be any text", async () => {
      for (const key of [
        "",
        "a b\nc",
        "slack:T1:C1",
        "'; DROP TABLE x; --",
        "é👩‍👩‍👧",
        "x".repeat(2_000),
      ]) {
        expect(await usedOf(2, key)).toEqual([1, 2]);
      }
    });
  });
}
