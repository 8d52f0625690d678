import { LRUCache } from "lru-cache";
import { createLanes, DocentError, type Clock, type Metrics } from "../../src/index.ts";
import { isForbidden } from "./failure.ts";

/** Places that Discord does not let us write to: after three refusals they are left alone for a while. */
export interface Refusals {
  /**
   * Makes a call when those before it in the same place have ended, so that of a crowd the first three show that it is
   * forbidden. Rejects without a call where it is known to be.
   */
  readonly attempt: <T>(place: string, call: () => Promise<T>, signal?: AbortSignal) => Promise<T>;
  readonly closed: (place: string) => boolean;
}

const ALLOWED = 3;
const REST_MS = 10 * 60_000;

/** 10,000 refused requests in ten minutes shut a whole address out of Discord: a storm of 403 ends here. */
export function createRefusals(clock: Clock, metrics: Metrics): Refusals {
  const seen = new LRUCache<string, { count: number; until: number }>({ max: 5_000 });
  // Discord's own limits part the calls: no distance is kept between them.
  const lanes = createLanes(clock, 0);

  function note(place: string): void {
    const entry = seen.get(place);
    const count = entry === undefined || entry.until < clock.now() ? 1 : entry.count + 1;
    seen.set(place, { count, until: clock.now() + REST_MS });
  }

  function closed(place: string): boolean {
    const entry = seen.get(place);
    return entry !== undefined && entry.count >= ALLOWED && entry.until > clock.now();
  }

  return {
    closed,
    attempt: (place, call, signal) =>
      lanes.run(
        place,
        async () => {
          if (closed(place)) {
            metrics.count("discord_posts_skipped_total");
            throw leftAlone();
          }
          try {
            return await call();
          } catch (error) {
            if (isForbidden(error)) note(place);
            throw error;
          }
        },
        signal,
      ),
  };
}

function leftAlone(): DocentError {
  return new DocentError("platform-refused", "Discord refused three messages in this channel", {
    remedy:
      "Give Docent's role the permissions that docs/discord.md lists there; it tries again in ten minutes.",
  });
}
