import { LRUCache } from "lru-cache";
import type { Channels, Clock, Store } from "./ports.ts";
import { adapterOf } from "./tenant.ts";
import type { ChannelMode } from "./types.ts";

export const CHANNEL_PREFIX = "channel:";

/**
 * How sure Docent must be to speak where nobody asked it: a confidence at which an answer is right in nineteen of twenty
 * cases.
 */
export const AUTO_FLOOR = 0.95;

/** Every message of a channel needs its mode. What another replica sets is followed after so long. */
const KNOWN_MS = 5_000;
const KNOWN_CHANNELS = 5_000;

/**
 * Per-channel settings. A channel that was never set, or whose setting is unreadable, has its platform's mode, by the
 * platform's name (`slack`); without one it is answered when mentioned. With a clock, what was looked up
 * is known for a few seconds.
 */
export function createChannels(
  store: Store,
  byPlatform: Readonly<Record<string, ChannelMode>> = {},
  clock?: Pick<Clock, "now">,
): Channels {
  const known = new LRUCache<string, { readonly mode: ChannelMode; readonly at: number }>({
    max: KNOWN_CHANNELS,
  });
  const isFresh = (at: number): boolean =>
    clock !== undefined && Math.abs(clock.now() - at) < KNOWN_MS;
  let looked: { readonly none: boolean; readonly at: number } | undefined;

  /** Mostly no channel is set: that is looked up at once for all of them. */
  async function noneIsSet(now: number): Promise<boolean> {
    if (looked === undefined || !isFresh(looked.at)) {
      let none = true;
      for await (const _set of store.entries(CHANNEL_PREFIX)) {
        none = false;
        break;
      }
      looked = { none, at: now };
    }
    return looked.none;
  }

  return {
    async mode(place) {
      const lately = known.get(place);
      if (lately !== undefined && isFresh(lately.at)) return lately.mode;
      const usual = byPlatform[adapterOf(place)] ?? "mention";
      if (clock !== undefined && (await noneIsSet(clock.now()))) return usual;
      const set = await store.get(CHANNEL_PREFIX + place);
      const mode = set === "mention" || set === "auto" || set === "off" ? set : usual;
      if (clock !== undefined) known.set(place, { mode, at: clock.now() });
      return mode;
    },
    async setMode(place, mode) {
      await store.set(CHANNEL_PREFIX + place, mode);
      known.delete(place);
      looked = undefined;
    },
  };
}
