import type { Channels, Store } from "./ports.ts";
import { adapterOf } from "./tenant.ts";
import type { ChannelMode } from "./types.ts";

export const CHANNEL_PREFIX = "channel:";

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
