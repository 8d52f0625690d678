import { randomBytes } from "node:crypto";
import { systemClock } from "../../adapters/node/clock.ts";
import { createMemoryStore } from "../../adapters/node/memory-store.ts";
import {
  createAssistant,
  createChannels,
  createEscalations,
  createInbox,
  createLimits,
  createPrivacy,
  createReceive,
  type Actor,
  type Assistant,
  type Clock,
  type GapQuestion,
  type ReceiveOptions,
  type Services,
  type Store,
} from "../../src/index.ts";
import { fakePseudonym } from "../fakes/person.ts";
import { createFakeRates } from "../fakes/rates.ts";
import { createCountingMetrics, createRecordingLog } from "../fakes/recorders.ts";
import { snapshotOf } from "./build-snapshot.ts";

export interface RealCoreOptions extends ReceiveOptions {
  readonly clock?: Clock;
  readonly store?: Store;
  /** What asking waits for, by question: a slow search. */
  readonly before?: (text: string) => Promise<void>;
  readonly replica?: string;
  readonly pinned?: readonly string[];
  /** Puts something of a test's own in front of the assistant. */
  readonly instead?: (assistant: Assistant) => Assistant;
  /** Questions in ten seconds, of one person as of one channel; without it nobody is limited. */
  readonly limit?: number;
}

/**
 * The real core over real pages, in real time and with a store in memory: what an adapter is built from when a test goes
 * from a platform's event to what a person sees. Only administration is a stand-in, which repeats what it was told.
 */
export function createRealCore(
  pages: Readonly<Record<string, string>>,
  options: RealCoreOptions = {},
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
  const sink = {
    record: async (gap: GapQuestion) => void gaps.push(gap),
    withdraw: async () => undefined,
  };
  const { instead = (real: Assistant) => real } = options;
  const assistant = instead(
    createAssistant({
      ...common,
      knowledge: { snapshot: snapshotOf(pages) },
      gaps: sink,
      statistics: { record: () => undefined },
      ...(options.pinned === undefined ? {} : { pinned: options.pinned }),
    }),
  );
  const inbox = createInbox({ ...common, replica });
  const rates = createFakeRates(clock);
  const limits = createLimits({ rates, pseudonym, perAsker: allowance, perPlace: allowance });
  const asking = {
    async ask(...[query, signal, later]: Parameters<typeof assistant.ask>) {
      await before?.(query.text);
      return assistant.ask(query, signal, later);
    },
  };
  const reception = createReceive(
    { ...common, inbox, limits, gaps: sink, assistant: asking, nameInLogs: pseudonym },
    rest,
  );
  const answered = async (question: string, answer: string): Promise<void> =>
    void drafts.push({ question, answer });
  const purged: string[] = [];
  const prune = async (): Promise<void> => undefined;
  const privacy = createPrivacy({ ...common, gaps: { prune }, platformKeys: [] });
  const services: Services = {
    assistant,
    receive: reception.receive,
    escalations: createEscalations({ store, clock, randomId, answered }),
    channels: createChannels(store),
    admin: { run: async (line, actor) => repeat(line, actor, commands) },
    async purge(tenant) {
      purged.push(tenant);
    },
    async retract(answer) {
      await reception.written(answer);
      await privacy.retract(answer);
    },
    ...common,
  };
  return { services, store, log, metrics, gaps, drafts, commands, purged, inbox, reception };
}

function repeat(line: string, actor: Actor, commands: { line: string; actor: Actor }[]) {
  commands.push({ line, actor });
  const text = actor.admin ? `ran ${line}` : "Only admins may do that.";
  return {
    ok: actor.admin,
    body: [{ kind: "paragraph", children: [{ kind: "text", text }], lines: [0, 0] }],
    next: actor.admin ? [{ label: "Reload", command: "reload" }] : [],
    json: {},
  } as const;
}
