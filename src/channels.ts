import type { Channels, Store } from "./ports.ts";
import { adapterOf } from "./tenant.ts";
import type { ChannelMode } from "./types.ts";

export const CHANNEL_PREFIX = "channel:";

/**
 * How sure Docent must be to speak where nobody asked it: a confidence at which an answer is right in nineteen of twenty
 * cases.
 */
export const AUTO_FLOOR = 0.95;

/**
 * Per-channel settings. A channel that was never set, or whose setting is unreadable, has its platform's mode, by the
 * platform's name (`slack`); without one it is answered when mentioned.
 */
export function createChannels(
  store: Store,
  byPlatform: Readonly<Record<string, ChannelMode>> = {},
): Channels {
  return {
    async mode(place) {
      const mode = await store.get(CHANNEL_PREFIX + place);
      return mode === "mention" || mode === "auto" || mode === "off"
        ? mode
        : (byPlatform[adapterOf(place)] ?? "mention");
    },
    setMode: (place, mode) => store.set(CHANNEL_PREFIX + place, mode),
  };
}
