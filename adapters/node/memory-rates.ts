import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import type { RateLimiterAbstract } from "rate-limiter-flexible";
import type { Allowance, Rate, Rates } from "../../src/index.ts";

/** Counted in this process, and gone with it. */
export const memoryRates: Rates = (name, allowance) =>
  rateOf(new RateLimiterMemory(limiterOptions(name, allowance)), allowance);

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
