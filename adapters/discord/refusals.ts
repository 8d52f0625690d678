import { LRUCache } from "lru-cache";
import type { Clock } from "../../src/index.ts";

/** Channels that Discord does not let us write to: after three refusals they are left alone for a while. */
export interface Refusals {
  readonly note: (channel: string) => void;
  readonly closed: (channel: string) => boolean;
}

const ALLOWED = 3;
const REST_MS = 10 * 60_000;

/** 10,000 refused requests in ten minutes shut a whole address out of Discord: a storm of 403 ends here. */
export function createRefusals(clock: Clock): Refusals {
  const seen = new LRUCache<string, { count: number; until: number }>({ max: 5_000 });
  return {
    note(channel) {
      const entry = seen.get(channel);
      const count = entry === undefined || entry.until < clock.now() ? 1 : entry.count + 1;
      seen.set(channel, { count, until: clock.now() + REST_MS });
    },
    closed(channel) {
      const entry = seen.get(channel);
      return entry !== undefined && entry.count >= ALLOWED && entry.until > clock.now();
    },
  };
}
