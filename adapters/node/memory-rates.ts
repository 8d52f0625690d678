import { LRUCache } from "lru-cache";
import { RateLimiterRes } from "rate-limiter-flexible";
import type { RateLimiterAbstract } from "rate-limiter-flexible";
import type { Allowance, Rate, Rates } from "../../src/index.ts";
import { steadyClock } from "./steady-clock.ts";

/** Of so many the windows are known at once; who is forgotten beyond it begins a new one. */
const MOST = 50_000;

/**
 * Counted in this process, and gone with it. The library winds up a timer for each window, for which whoever asks for the
 * first time waits, and keeps as many as there are askers.
 */
export const memoryRates: Rates = (_, { windowMs }) => {
  // By size and not by number, for which the library would make room at once: a hundredth of a second, for each allowance.
  const windows = new LRUCache<string, { used: number; readonly endsAt: number }>({
    maxSize: MOST,
    sizeCalculation: () => 1,
  });
  return async (key) => {
    const now = steadyClock.now();
    const known = windows.get(key);
    if (known !== undefined && known.endsAt > now) {
      known.used += 1;
      return { used: known.used, endsInMs: known.endsAt - now };
    }
    windows.set(key, { used: 1, endsAt: now + windowMs });
    return { used: 1, endsInMs: windowMs };
  };
};

/** An allowance in the library's words; its windows are whole seconds. */
export function limiterOptions(
  name: string,
  { questions, windowMs }: Allowance,
): { readonly keyPrefix: string; readonly points: number; readonly duration: number } {
  return {
    keyPrefix: `docent-rate:${name}`,
    points: questions,
    duration: Math.max(1, Math.ceil(windowMs / 1_000)),
  };
}

/** Any of the library's limiters as a rate: being over it is an answer, and what is thrown is a failure. */
export function rateOf(
  limiter: Pick<RateLimiterAbstract, "consume">,
  { windowMs }: Allowance,
): Rate {
  return async (key) => {
    const { consumedPoints, msBeforeNext } = await consumed(limiter, key);
    // Where a clock was put back in between, the rest of a window can be no longer than the window.
    return { used: consumedPoints, endsInMs: Math.min(Math.max(1, msBeforeNext), windowMs) };
  };
}

async function consumed(
  limiter: Pick<RateLimiterAbstract, "consume">,
  key: string,
): Promise<RateLimiterRes> {
  try {
    return await limiter.consume(key);
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return refusal;
    throw refusal;
  }
}
