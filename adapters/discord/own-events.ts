import { Events, GatewayDispatchEvents as On, type Client } from "discord.js";
import type {
  APIInteraction,
  GatewayMessageCreateDispatchData,
  GatewayMessageDeleteDispatchData,
  GatewayMessageUpdateDispatchData,
  GatewayThreadCreateDispatchData,
} from "discord.js";

/** The events that Docent reads as Discord sent them, and nobody else does. */
export interface OwnEvents {
  readonly [On.InteractionCreate]: (event: APIInteraction) => void;
  readonly [On.MessageCreate]: (event: GatewayMessageCreateDispatchData) => void;
  readonly [On.MessageUpdate]: (event: GatewayMessageUpdateDispatchData) => void;
  readonly [On.MessageDelete]: (event: GatewayMessageDeleteDispatchData) => void;
  readonly [On.ThreadCreate]: (event: GatewayThreadCreateDispatchData) => void;
}

type OwnPacket = {
  [Name in keyof OwnEvents]: { t: Name; readonly d: Parameters<OwnEvents[Name]>[0] };
}[keyof OwnEvents];

/** No event of Discord's is called so: discord.js has nothing to do then. */
const TAKEN = "TAKEN_BY_DOCENT";

/**
 * Takes these events before discord.js does. It would make an object of every message in every channel, with its author,
 * member and mentions, and forget it again unread, but keep each direct channel, and each thread until long after it was
 * archived: one for each question. An answer would wait for that each time.
 */
export function takeEvents(client: Client, events: OwnEvents): void {
  client.on(Events.Raw, (packet: OwnPacket | { t: null | typeof TAKEN }) => {
    switch (packet.t) {
      case On.InteractionCreate:
        events[On.InteractionCreate](packet.d);
        break;
      case On.MessageCreate:
        events[On.MessageCreate](packet.d);
        break;
      case On.MessageUpdate:
        events[On.MessageUpdate](packet.d);
        break;
      case On.MessageDelete:
        events[On.MessageDelete](packet.d);
        break;
      case On.ThreadCreate:
        events[On.ThreadCreate](packet.d);
        break;
      default:
        return;
    }
    Object.assign(packet, { t: TAKEN });
  });
}
