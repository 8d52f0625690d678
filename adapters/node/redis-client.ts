import { createClient } from "@keyv/redis";

const CONNECT_MS = 2_000;
const LONGEST_PAUSE_MS = 2_000;

export type RedisClient = ReturnType<typeof createRedisClient>;

/** Connects for ever once told to. A call without a connection fails at once rather than wait in a queue. */
export function createRedisClient(url: string) {
  return createClient({
    url,
    disableOfflineQueue: true,
    socket: {
      connectTimeout: CONNECT_MS,
      reconnectStrategy: (tries) => Math.min(100 * 2 ** Math.min(tries, 10), LONGEST_PAUSE_MS),
    },
  });
}
