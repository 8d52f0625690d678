/** The contracts: what the core calls, and what calls the core. Small and structural; nothing here does anything. */
import type {
  Answer,
  Asker,
  Block,
  ChannelMode,
  DeclaredQuestion,
  Escalation,
  Health,
  Notice,
  Outcome,
  Page,
  Passage,
  Problem,
  Query,
  SnapshotFacts,
  Suggestion,
  Topic,
  Vote,
  Why,
} from "./types.ts";

// ---- what the core calls (driven) ----

/** Epoch milliseconds and timers that a test can turn by hand. */
export interface Clock {
  now(): number;
  /** Resolves after `ms`, or rejects with the signal's reason. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** 128 random bits as text, safe in a button and in a URL. */
export type RandomId = () => string;

/** A keyed hash of an asker's id: what logs and the store know a person by. */
export type Pseudonym = (askerId: string) => string;

export interface Log {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** Counters and timings with bounded labels: never a text, never an id. */
export interface Metrics {
  count(name: string, labels?: Readonly<Record<string, string>>): void;
  observe(name: string, value: number, labels?: Readonly<Record<string, string>>): void;
}

export interface Pages {
  readonly pages: readonly Page[];
  /** `synonyms.yaml` as text, where the folder has one. */
  readonly synonyms?: string;
  /** Pages that were left out, and why. */
  readonly problems: readonly Problem[];
  readonly revision?: string;
}

/** Where pages come from: all of them or an error, never a part. */
export interface Source {
  readonly name: string;
  read(signal?: AbortSignal): Promise<Pages>;
}

/** What must survive a restart. Values are JSON. Every call settles within 250 ms. */
export interface Store {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown, options?: { readonly ttlMs?: number }): Promise<void>;
  delete(key: string): Promise<boolean>;
  /** Atomic: true for exactly one caller until it expires; `value` (default true) is then what `get` reads under the key. */
  claim(
    key: string,
    options: { readonly ttlMs: number; readonly value?: unknown },
  ): Promise<boolean>;
  /**
   * Atomic: the value after adding; a missing counter starts at 0, and its `ttlMs` counts from then.
   * Counters live apart from values: `get` and `entries` do not see them, adding 0 reads one, `delete` removes one.
   */
  increment(
    key: string,
    options?: { readonly by?: number; readonly ttlMs?: number },
  ): Promise<number>;
  /** Everything whose key starts so, in no particular order. */
  entries(prefix: string): AsyncIterable<readonly [key: string, value: unknown]>;
  health(): Health;
  close(): Promise<void>;
}

export interface AnswerOptions {
  /** The earlier questions of the conversation, latest last. */
  readonly previous?: readonly string[];
  readonly signal?: AbortSignal;
}

/** An immutable, complete, searchable state of the knowledge. */
export interface Snapshot {
  readonly facts: SnapshotFacts;
  answer(query: Query, options?: AnswerOptions): Promise<Outcome>;
  why(query: Query, options?: AnswerOptions): Promise<Why>;
  suggest(text: string, asker: Asker, limit: number): Promise<readonly Suggestion[]>;
  read(passage: string, asker: Asker): Promise<Passage | undefined>;
  topics(asker: Asker): Promise<readonly Topic[]>;
  declared(): Promise<readonly DeclaredQuestion[]>;
  close(): Promise<void>;
}

/** The only mutable reference of the core. `reload` swaps whole, or throws and keeps. */
export interface KnowledgeBase {
  readonly snapshot: Snapshot;
  reload(): Promise<ReloadReport>;
}

export interface ReloadReport {
  readonly changed: boolean;
  readonly before: SnapshotFacts;
  readonly after: SnapshotFacts;
  readonly pages: {
    readonly added: readonly string[];
    readonly changed: readonly string[];
    readonly removed: readonly string[];
  };
  readonly ms: number;
}

// ---- what calls the core (driving) ----

/** What people may do. Made by `createAssistant`. */
export interface Assistant {
  /** Never rejects for what a person typed; rejects with `DocentError` where Docent itself failed. */
  ask(query: Query, signal?: AbortSignal): Promise<Answer>;
  /** The answer behind a button, re-checked for this asker; undefined: expired, forged or not theirs to read. */
  recall(answer: string, asker: Asker): Promise<Answer | undefined>;
  suggest(text: string, asker: Asker, limit?: number): Promise<readonly Suggestion[]>;
  read(passage: string, asker: Asker): Promise<Passage | undefined>;
  topics(asker: Asker): Promise<readonly Topic[]>;
  /** Questions to start with. */
  pinned(asker: Asker, limit: number): Promise<readonly string[]>;
  why(query: Query): Promise<Why>;
  /** One vote a person and answer, changeable. False: the answer is not known any more. */
  rate(answer: string, asker: Asker, vote: Vote, note?: string): Promise<boolean>;
  /** The asker wants to hear when the gap is closed; `channel` is where the adapter can reach them. */
  tellMe(answer: string, asker: Asker, channel: string): Promise<boolean>;
}

/** A question on its way in, with the way back. Adapters build it; only `receive` calls it. */
export interface Message {
  /** Claimed together: a message is answered once under any of them. */
  readonly ids: readonly [string, ...string[]];
  readonly query: Query;
  /** The channel it was asked in, as `Channels` knows it: limited as a whole, too. */
  readonly place?: string;
  /** When it was sent, epoch ms; older than ten minutes is not answered any more. */
  readonly sentAt?: number;
  /** Answers below this confidence, and abstentions, are not sent (channel mode `auto`). */
  readonly floor?: number;
  /** Admins are not limited. */
  readonly unlimited?: boolean;
  /** What the adapter needs to build this message again after a crash; JSON. */
  readonly event?: unknown;
  /** Called once the message is safe: written down, or known to somebody else. The platform may now be told. */
  accepted?(): void;
  reply(answer: Answer): Promise<void>;
  apologise(notice: Notice): Promise<void>;
}

export type Delivery =
  | "answered"
  | "abstained"
  | "silent"
  | "duplicate"
  | "stale"
  | "limited"
  | "busy"
  | "apologised"
  | "failed";

/** The one door for platforms. Never rejects; resolves when the message has ended. */
export type Receive = (message: Message) => Promise<Delivery>;

export interface Adapter {
  readonly name: string;
  /** Resolves once connected, or rejects with a `DocentError` that says what to do. */
  start(): Promise<void>;
  /** Stops intake, lets what is in flight finish, then closes. */
  stop(): Promise<void>;
  health(): Health;
  /** Takes up an event again that a process accepted and did not end. */
  resume(event: unknown): Promise<void>;
}

/** Pure: an answer to a platform's payload. */
export type Render<Payload> = (answer: Answer) => Payload;

/** "Ask a human": its state is shared by all platforms and replicas. */
export interface Escalations {
  open(answer: Answer, permalink: string): Promise<Escalation>;
  get(id: string): Promise<Escalation | undefined>;
  /** Undefined: not known, or already resolved. */
  take(id: string, by: string): Promise<Escalation | undefined>;
  resolve(id: string, by: string, answer?: string): Promise<Escalation | undefined>;
}

/** Per-channel settings; `place` is `slack:T1:C1` or `discord:G1:C1`. */
export interface Channels {
  mode(place: string): Promise<ChannelMode>;
  setMode(place: string, mode: ChannelMode): Promise<void>;
}

/** Who does something administrative. `admin` was checked by the adapter against ids the platform vouches for. */
export interface Actor {
  readonly asker: Asker;
  readonly admin: boolean;
  readonly from: "slack" | "discord" | "shell" | "http";
  readonly place?: string;
}

/** What an admin sees: drawn by the same renderer as an answer. */
export interface AdminReply {
  readonly ok: boolean;
  readonly body: readonly Block[];
  /** Next steps as buttons: a label and the command line it stands for. */
  readonly next: readonly { readonly label: string; readonly command: string }[];
  /** The same for machines. */
  readonly json: unknown;
}

/** `reload | status | problems | gaps | why <question> | rollback | audit | forget-me | mode <mode> | help`. */
export interface Administration {
  run(line: string, actor: Actor): Promise<AdminReply>;
}

/** What every platform adapter is built from; `main.ts` fills it in. */
export interface Services {
  readonly assistant: Assistant;
  readonly receive: Receive;
  readonly escalations: Escalations;
  readonly channels: Channels;
  readonly admin: Administration;
  readonly store: Store;
  readonly clock: Clock;
  readonly randomId: RandomId;
  readonly log: Log;
  readonly metrics: Metrics;
}
