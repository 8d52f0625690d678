import type { Clock, Store } from "./ports.ts";
import { isRecord, isTexts } from "./shapes.ts";

/** One running process, as it describes itself. */
export interface Replica {
  readonly id: string;
  /** Of the program. */
  readonly version: string;
  /** Of the knowledge it serves. */
  readonly knowledge: string;
  /** Its platforms that are not well, and how they are: `discord failed`. */
  readonly unwell: readonly string[];
  /** Epoch ms of its last heartbeat. */
  readonly at: number;
}

export interface Replicas {
  /** Says that this process is alive; to be called every few seconds. */
  beat(
    self: Pick<Replica, "version" | "knowledge"> & Partial<Pick<Replica, "unwell">>,
  ): Promise<void>;
  list(): Promise<readonly Replica[]>;
  /** Tells the others that the knowledge has changed. */
  announce(): Promise<void>;
  /** True once for each announcement of another process since the last call. */
  wasAnnounced(): Promise<boolean>;
  /** Says goodbye, so that what is left in the inbox is taken over at once. */
  leave(): Promise<void>;
}

const PREFIX = "replica:";
const GENERATION = "generation";
/** A process silent for this long counts as dead: three missed heartbeats. */
export const LEASE_MS = 15_000;
export const HEARTBEAT_MS = 5_000;

export async function isAlive(store: Store, id: string): Promise<boolean> {
  return (await store.get(PREFIX + id)) !== undefined;
}

export function createReplicas({
  store,
  clock,
  id,
}: {
  readonly store: Store;
  readonly clock: Clock;
  readonly id: string;
}): Replicas {
  let seen: number | undefined;
  return {
    async beat(self) {
      await store.set(PREFIX + id, { id, ...self, at: clock.now() }, { ttlMs: LEASE_MS });
    },
    async list() {
      const replicas: Replica[] = [];
      for await (const [, value] of store.entries(PREFIX)) {
        if (!isRecord(value)) continue;
        const { id: name, version, knowledge, at, unwell } = value;
        if (typeof name !== "string" || typeof version !== "string") continue;
        if (typeof knowledge !== "string" || typeof at !== "number") continue;
        replicas.push({ id: name, version, knowledge, at, unwell: isTexts(unwell) ? unwell : [] });
      }
      return replicas.sort((a, b) => a.id.localeCompare(b.id));
    },
    async announce() {
      seen = await store.increment(GENERATION);
    },
    async wasAnnounced() {
      const now = await store.increment(GENERATION, { by: 0 });
      const before = seen ?? now;
      seen = now;
      // Also when it is less: the store was emptied, and nobody knows what was missed.
      return now !== before;
    },
    async leave() {
      await store.delete(PREFIX + id);
    },
  };
}
