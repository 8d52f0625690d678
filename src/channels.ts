import type { Channels, Store } from "./ports.ts";
import type { ChannelMode } from "./types.ts";

export const CHANNEL_PREFIX = "channel:";

/** Per-channel settings. A channel that was never set, or whose setting is unreadable, is answered when mentioned. */
export function createChannels(store: Store, byDefault: ChannelMode = "mention"): Channels {
  return {
    async mode(place) {
      const mode = await store.get(CHANNEL_PREFIX + place);
      return mode === "mention" || mode === "auto" || mode === "off" ? mode : byDefault;
    },
    setMode: (place, mode) => store.set(CHANNEL_PREFIX + place, mode),
  };
}
