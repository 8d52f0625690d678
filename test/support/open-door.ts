import { createMemoryStore } from "../../adapters/node/memory-store.ts";
import { createInbox, createLimits, createReceive } from "../../src/index.ts";
import type {
  Answer,
  GapQuestion,
  Message,
  Notice,
  Query,
  ReceiveOptions,
  Store,
} from "../../src/index.ts";
import { createFakeClock } from "../fakes/clock.ts";
import { countingIds, fakePseudonym, person } from "../fakes/person.ts";
import { createFakeRates } from "../fakes/rates.ts";
import { createCountingMetrics, createRecordingLog } from "../fakes/recorders.ts";
import { createFakeSnapshot } from "../fakes/snapshot.ts";

const snapshot = createFakeSnapshot([{ path: "vpn.md", words: ["vpn"] }]);

interface Sent {
  readonly message: string;
  readonly answer?: Answer;
  readonly notice?: Notice;
}

interface BuildOptions extends ReceiveOptions {
  readonly store?: Store;
  readonly clock?: ReturnType<typeof createFakeClock>;
  readonly replica?: string;
  readonly ask?: (query: Query, signal?: AbortSignal) => Promise<void>;
  /** What the gaps' store waits for. */
  readonly recording?: Promise<void>;
}

/** The door with everything behind it, over a store and a clock that several of them may share. */
export function openDoor({ ask, recording, replica = "r1", ...options }: BuildOptions = {}) {
  const clock = options.clock ?? createFakeClock();
  const store = options.store ?? createMemoryStore({ clock });
  const log = createRecordingLog();
  const metrics = createCountingMetrics();
  const gaps: GapQuestion[] = [];
  const sent: Sent[] = [];
  const randomId = countingIds(replica);
  const pseudonym = fakePseudonym;
  const common = { store, clock, randomId, pseudonym, log, metrics };
  const inbox = createInbox({ ...common, replica });
  const reception = createReceive(
    {
      ...common,
      nameInLogs: (id) => `today-${pseudonym(id)}`,
      inbox,
      limits: createLimits({ rates: createFakeRates(clock), pseudonym }),
      gaps: {
        async record(gap) {
          await recording;
          gaps.push(gap);
        },
      },
      assistant: {
        ask: async (query, signal) => {
          await ask?.(query, signal);
          const outcome = await snapshot.answer(query);
          return { ...outcome, id: randomId(), query, version: "v1" };
        },
      },
    },
    options,
  );
  const message = (id: string, more: Partial<Message> & { text?: string } = {}): Message => ({
    ids: [id],
    query: { text: more.text ?? "vpn", asker: person(`asker-of-${id}`) },
    event: { id },
    reply: async (answer) => void sent.push({ message: id, answer }),
    apologise: async (notice) => void sent.push({ message: id, notice }),
    ...more,
  });
  return { ...reception, inbox, clock, store, log, metrics, gaps, sent, message };
}

/** What hangs. */
export const never = (): Promise<void> => new Promise(() => undefined);

/** What lies in the store under a prefix. */
export async function rows(store: Store, prefix: string): Promise<readonly unknown[]> {
  const values: unknown[] = [];
  for await (const [, value] of store.entries(prefix)) values.push(value);
  return values;
}
