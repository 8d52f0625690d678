import { isIPv6 } from "node:net";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import type { Rate, Rates } from "./limits.ts";

/** Milliseconds until the caller may come back; undefined: within the rate. */
export type Spend = (kind: keyof Rates, key: string) => Promise<number | undefined>;

/** Counted in this process: a limit that guards a process needs to know no other. */
export function createRateLimits(rates: Rates): Spend {
  // Each counts by itself: its keys need nothing before them, which would be put together anew for every request.
  const limiter = ({ points, seconds }: Rate): RateLimiterMemory =>
    new RateLimiterMemory({ keyPrefix: "", points, duration: seconds });
  const limiters = {
    ask: limiter(rates.ask),
    read: limiter(rates.read),
    refused: limiter(rates.refused),
  };
  return async (kind, key) => {
    try {
      await limiters[kind].consume(key);
      return undefined;
    } catch (refusal) {
      // Its way of saying "over": anything else is a fault of ours.
      if (refusal instanceof RateLimiterRes) return Math.max(1, refusal.msBeforeNext);
      throw refusal;
    }
  };
}

/** Whom an address stands for: an IPv6 subscriber has 2^64 of them, and a mapped IPv4 address is itself. */
export function addressKey(address: string | undefined): string {
  const plain = (address ?? "unknown").replace(/^::ffff:(?=\d+\.)/iu, "");
  if (!isIPv6(plain)) return plain;
  const [head = "", tail] = plain.split("::", 2);
  const groups = head.split(":").filter((group) => group !== "");
  const given = groups.length + (tail ?? "").split(":").filter((group) => group !== "").length;
  const filled =
    tail === undefined ? groups : [...groups, ...Array.from({ length: 8 - given }, () => "0")];
  return `${filled.slice(0, 4).join(":")}::/64`;
}
