import type { Clock, Store } from "./ports.ts";
import { isRecord } from "./shapes.ts";

/** What a conversation was about, so that "and an architect?" is understood. */
export interface Conversations {
  /** The last questions, latest last. */
  previous(conversation: string): Promise<readonly string[]>;
  /** `person` and `tenant` are kept beside the text, so that it can be forgotten. `opens`: it is the first. */
  remember(conversation: string, turn: Turn, opens?: true): Promise<void>;
}

interface Turn {
  readonly text: string;
  readonly person: string;
  readonly tenant: string;
}

const MEMORY_MS = 30 * 60_000;
const TURNS = 7;
/** Longer names are nobody's thread. */
const NAME_LIMIT = 256;

export const CONVERSATION_PREFIX = "conversation:";

/** The counter beside a conversation, by the key of one of its turns. */
export function turnsKey(slotKey: string): string {
  return `turns:${slotKey.slice(CONVERSATION_PREFIX.length, slotKey.lastIndexOf(":"))}`;
}

/**
 * Each turn has a place of its own in a ring of seven, handed out by an atomic counter: two questions at once cannot
 * overwrite each other, as they could in a list that is read, changed and written back.
 */
export function createConversations({
  store,
  clock,
}: {
  readonly store: Store;
  readonly clock: Clock;
}): Conversations {
  const slotKey = (conversation: string, slot: number): string =>
    `${CONVERSATION_PREFIX}${conversation}:${slot}`;
  const countTurn = (conversation: string): Promise<number> =>
    store.increment(turnsKey(slotKey(conversation, 0)), { ttlMs: MEMORY_MS });

  return {
    async previous(conversation) {
      if (conversation.length > NAME_LIMIT) return [];
      const slots = await Promise.all(
        Array.from({ length: TURNS }, (_, slot) => store.get(slotKey(conversation, slot))),
      );
      return slots
        .filter(isRecord)
        .filter((slot) => Number(slot["at"]) > clock.now() - MEMORY_MS)
        .sort((a, b) => Number(a["at"]) - Number(b["at"]) || Number(a["turn"]) - Number(b["turn"]))
        .map((slot) => slot["text"])
        .filter((text) => typeof text === "string");
    },
    async remember(conversation, turn, opens) {
      if (conversation.length > NAME_LIMIT) return;
      // The counter starts with the second turn, at one: the first has the place before it.
      const count = opens === true ? 0 : await countTurn(conversation);
      await store.set(
        slotKey(conversation, count % TURNS),
        { ...turn, turn: count, at: clock.now() },
        { ttlMs: MEMORY_MS },
      );
    },
  };
}
