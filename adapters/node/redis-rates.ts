import { RateLimiterRedis } from "rate-limiter-flexible";
import type { Rates } from "../../src/index.ts";
import { limiterOptions, rateOf } from "./memory-rates.ts";
import type { RedisClient } from "./redis-client.ts";

/** The library's own script, but what is no number, or has lost its time to live, begins anew. */
const SPEND = `
  redis.call('SET', KEYS[1], 0, 'EX', ARGV[2], 'NX')
  local used = redis.pcall('INCRBY', KEYS[1], ARGV[1])
  if type(used) ~= 'number' or redis.call('PTTL', KEYS[1]) < 0 then
    redis.call('SET', KEYS[1], ARGV[1], 'EX', ARGV[2])
    used = tonumber(ARGV[1])
  end
  return { used, redis.call('PTTL', KEYS[1]) }
`;

/** Shared by all processes on one Redis, and counted by its clock. */
export function createRedisRates(client: RedisClient): Rates {
  return (name, allowance) =>
    rateOf(
      new RateLimiterRedis({
        ...limiterOptions(name, allowance),
        storeClient: client,
        useRedisPackage: true,
        rejectIfRedisNotReady: true,
        customIncrTtlLuaScript: SPEND,
      }),
      allowance,
    );
}
