import { randomBytes } from "node:crypto";
import { systemClock } from "../../adapters/node/clock.ts";
import { createMemoryStore } from "../../adapters/node/memory-store.ts";
import {
  createAssistant,
  createChannels,
  createEscalations,
  createInbox,
  createLimits,
  createReceive,
  type Actor,
  type Clock,
  type GapQuestion,
  type ReceiveOptions,
  type Services,
  type Store,
} from "../../src/index.ts";
import { fakePseudonym } from "../fakes/person.ts";
import { createCountingMetrics, createRecordingLog } from "../fakes/recorders.ts";
import { snapshotOf } from "./build-snapshot.ts";

export interface TestServicesOptions extends ReceiveOptions {
  readonly clock?: Clock;
  readonly store?: Store;
  /** What asking waits for, by question: a slow search. */
  readonly before?: (text: string) => Promise<void>;
  readonly replica?: string;
  readonly pinned?: readonly string[];
  /** Questions in ten seconds, of one person as of one channel; without it nobody is limited. */
  readonly limit?: number;
}

/** The real core over these pages and a store in memory: what an adapter is built from, and what to look at after. */
export function createTestServices(
  pages: Readonly<Record<string, string>>,
  options: TestServicesOptions = {},
) {
  const { clock = systemClock, before, replica = "r1", limit = 100_000, ...rest } = options;
  const allowance = { questions: limit, windowMs: 10_000 };
  const store = options.store ?? createMemoryStore({ clock });
  const log = createRecordingLog();
  const metrics = createCountingMetrics();
  const gaps: GapQuestion[] = [];
  const drafts: { question: string; answer: string }[] = [];
  const commands: { line: string; actor: Actor }[] = [];
  const randomId = (): string => randomBytes(16).toString("base64url");
  const pseudonym = fakePseudonym;
  const common = { store, clock, randomId, pseudonym, log, metrics };
  const sink = { record: async (gap: GapQuestion) => void gaps.push(gap) };
  const assistant = createAssistant({
    ...common,
    knowledge: { snapshot: snapshotOf(pages) },
    gaps: sink,
    ...(options.pinned === undefined ? {} : { pinned: options.pinned }),
  });
  const inbox = createInbox({
    ...common,
    replica,
    leaseMs: 60_000,
  });
  const reception = createReceive(
    {
      ...common,
      inbox,
      limits: createLimits({ store, pseudonym, perAsker: allowance, perPlace: allowance }),
      gaps: sink,
      assistant: {
        async ask(query, signal) {
          await before?.(query.text);
          return assistant.ask(query, signal);
        },
      },
    },
    rest,
  );
  const services: Services = {
    assistant,
    receive: reception.receive,
    escalations: createEscalations({
      store,
      clock,
      randomId,
      answered: async (question, answer) => void drafts.push({ question, answer }),
    }),
    channels: createChannels(store),
    admin: {
      async run(line, actor) {
        commands.push({ line, actor });
        const text = actor.admin ? `ran ${line}` : "Only admins may do that.";
        return {
          ok: actor.admin,
          body: [{ kind: "paragraph", children: [{ kind: "text", text }], lines: [0, 0] }],
          next: actor.admin ? [{ label: "Reload", command: "reload" }] : [],
          json: {},
        };
      },
    },
    store,
    clock,
    randomId,
    log,
    metrics,
  };
  return { services, store, log, metrics, gaps, drafts, commands, inbox, reception };
}
