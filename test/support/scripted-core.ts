import { createMemoryStore } from "../../adapters/node/memory-store.ts";
import {
  canRead,
  createAssistant,
  createChannels,
  createEscalations,
  createInbox,
  createLimits,
  createReceive,
  PUBLIC,
} from "../../src/index.ts";
import type {
  Actor,
  AdminReply,
  AnswerOptions,
  Asker,
  ChannelMode,
  Outcome,
  Query,
  ReceiveOptions,
  Reception,
  Services,
  Snapshot,
  Store,
} from "../../src/index.ts";
import { createFakeClock } from "../fakes/clock.ts";
import type { FakeClock } from "../fakes/clock.ts";
import { countingIds, fakePseudonym } from "../fakes/person.ts";
import { createFakeRates } from "../fakes/rates.ts";
import { createCountingMetrics, createRecordingLog } from "../fakes/recorders.ts";
import type { CountingMetrics, RecordingLog } from "../fakes/recorders.ts";
import { found } from "./answers.ts";

/** What the knowledge says to a question that holds this word. */
export interface Lesson {
  readonly word: string;
  readonly outcome: Outcome;
}

export interface TestServices {
  readonly services: Services;
  readonly reception: Reception;
  readonly clock: FakeClock;
  readonly store: Store;
  readonly log: RecordingLog;
  readonly metrics: CountingMetrics;
  /** Every query the knowledge was asked. */
  readonly asked: readonly Query[];
  /** Every command line an adapter handed on. */
  readonly commands: readonly { readonly line: string; readonly actor: Actor }[];
  /** Every workspace or guild whose data an adapter had deleted. */
  readonly purged: readonly string[];
  /** Answers whose question was taken back. */
  readonly retracted: readonly string[];
  readonly resumeOrphans: (resume: (event: unknown) => Promise<void>) => Promise<number>;
}

export interface TestServicesOptions {
  readonly lessons?: readonly Lesson[];
  /** Awaited before each answer: to hold it back. */
  readonly before?: (query: Query) => Promise<void>;
  readonly channelMode?: ChannelMode;
  readonly receive?: ReceiveOptions;
  readonly pinned?: readonly string[];
  /** Shared by two replicas. */
  readonly store?: Store;
  readonly clock?: FakeClock;
  readonly replica?: string;
}

/**
 * The real core around a knowledge that says what the test wrote down: claims, inbox, limits, conversations, buttons and
 * escalations are what they are in the program; only finding is not.
 */
export function createTestServices(options: TestServicesOptions = {}): TestServices {
  const clock = options.clock ?? createFakeClock();
  const store = options.store ?? createMemoryStore({ clock });
  const log = createRecordingLog();
  const metrics = createCountingMetrics();
  const replica = options.replica ?? "r1";
  const randomId = countingIds(replica);
  const common = {
    store,
    clock,
    randomId,
    pseudonym: fakePseudonym,
    nameInLogs: fakePseudonym,
    log,
    metrics,
  };
  const { snapshot, asked } = scriptedSnapshot(options);
  const gaps = { record: async () => undefined, withdraw: async () => undefined };
  const assistant = createAssistant({
    ...common,
    knowledge: { snapshot },
    gaps,
    statistics: { record: () => undefined },
    ...(options.pinned !== undefined && { pinned: options.pinned }),
  });
  const inbox = createInbox({ ...common, replica });
  const reception = createReceive(
    {
      ...common,
      assistant,
      inbox,
      gaps,
      limits: createLimits({ rates: createFakeRates(clock), pseudonym: fakePseudonym }),
    },
    options.receive,
  );
  const commands: { line: string; actor: Actor }[] = [];
  const purged: string[] = [];
  const retracted: string[] = [];
  const services: Services = {
    assistant,
    receive: reception.receive,
    escalations: createEscalations({ store, clock, randomId, answered: async () => undefined }),
    channels: createChannels(store, byPlatform(options.channelMode)),
    admin: {
      async run(line, actor) {
        commands.push({ line, actor });
        return adminReply(line, actor);
      },
    },
    async purge(tenant) {
      purged.push(tenant);
    },
    async retract(answer) {
      retracted.push(answer);
    },
    store,
    clock,
    randomId,
    log,
    metrics,
  };
  const resumeOrphans: TestServices["resumeOrphans"] = (resume) =>
    inbox.resumeOrphans((_, event) => resume(event));
  return {
    services,
    reception,
    clock,
    store,
    log,
    metrics,
    asked,
    commands,
    purged,
    retracted,
    resumeOrphans,
  };
}

function byPlatform(mode: ChannelMode = "mention"): Readonly<Record<string, ChannelMode>> {
  return { slack: mode, discord: mode };
}

function adminReply(line: string, { admin }: Actor): AdminReply {
  const text = admin ? `Done: ${line}` : "Only admins may do that.";
  return {
    ok: admin,
    body: [{ kind: "paragraph", children: [{ kind: "text", text }], lines: [0, 0] }],
    next: admin ? [{ label: "Problems", command: "problems" }] : [],
    json: {},
  };
}

function scriptedSnapshot({ lessons = [], before }: TestServicesOptions): {
  readonly snapshot: Snapshot;
  readonly asked: readonly Query[];
} {
  const asked: Query[] = [];
  const passagesOf = ({ outcome }: Lesson) =>
    [...(outcome.kind === "found" ? outcome.citations : []), ...outcome.related].map(
      ({ passage }) => passage,
    );
  const readable = (lesson: Lesson, asker: Asker): boolean =>
    lesson.outcome.kind === "abstained" ||
    passagesOf(lesson).every((passage) => canRead(passage, asker));

  async function answer(query: Query, { previous = [] }: AnswerOptions = {}): Promise<Outcome> {
    asked.push(query);
    await before?.(query);
    if (query.text === "") return silence("empty-query");
    if (query.text === "hello") return silence("small-talk");
    // "and …" is a follow-up: understood by what was asked before it, latest first.
    const earlier = query.text.startsWith("and ") ? previous.toReversed() : [];
    for (const text of [query.text, ...earlier]) {
      const words = text.toLowerCase();
      const known = lessons.find((one) => words.includes(one.word) && readable(one, query.asker));
      if (known !== undefined) return known.outcome;
    }
    return silence("no-hit");
  }

  const snapshot: Snapshot = {
    facts: {
      version: "v1",
      pages: 1,
      passages: lessons.length,
      problems: [],
      buildMs: 1,
      audiences: [
        ...new Set(lessons.flatMap(passagesOf).flatMap(({ audience }) => audience)),
      ].filter((label) => label !== PUBLIC),
    },
    answer,
    why: async (query) => ({
      outcome: await answer(query),
      threshold: 0.5,
      terms: [],
      confidence: [],
      rules: [],
      candidates: [],
    }),
    suggest: async () => [],
    read: async (id, asker) =>
      lessons.flatMap(passagesOf).find((passage) => passage.id === id && canRead(passage, asker)),
    topics: async (asker) => [
      {
        name: "careers",
        pages: lessons
          .flatMap(passagesOf)
          .filter((passage) => canRead(passage, asker))
          .map(({ page, headings, id }) => ({ path: page, title: headings[0], passage: id })),
      },
    ],
    declared: async () => [],
    verdicts: async () => [],
    access: async () => undefined,
    close: async () => undefined,
  };
  return { snapshot, asked };
}

function silence(reason: "empty-query" | "small-talk" | "no-hit"): Outcome {
  return { kind: "abstained", reason, confidence: 0, related: [] };
}

/** A lesson that answers with `found()` of `answers.ts`. */
export function lesson(word: string, overrides: Parameters<typeof found>[0] = {}): Lesson {
  const { id: _, query: __, version: ___, ...outcome } = found(overrides);
  return { word, outcome };
}
