/** The contracts of what the core calls: small and structural, nothing here does anything. */
import type {
  Asker,
  DeclaredQuestion,
  DeclaredVerdict,
  Health,
  Outcome,
  Page,
  PageAccess,
  Passage,
  Problem,
  Query,
  SnapshotFacts,
  Suggestion,
  Topic,
  Why,
} from "./types.ts";

export type * from "./driving.ts";

/** Epoch milliseconds and timers that a test can turn by hand. */
export interface Clock {
  now(): number;
  /** Resolves after `ms`, or rejects with the signal's reason. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /**
   * Calls `act` after `ms`; what it gives back calls that off. For what hardly ever comes to pass, such as deadlines: a
   * sleep that is aborted costs several times as much.
   */
  after(ms: number, act: () => void): () => void;
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
  /** `questions.yaml` as text, where the folder has one: what authors test the whole of it with. */
  readonly questions?: string;
  /** Every `_access.yaml` of the folder, by its path: who may read the pages beside and below it. */
  readonly access?: readonly { readonly path: string; readonly text: string }[];
  /** Pages that were left out, and why. An `_access.yaml` among them closes its folder. */
  readonly problems: readonly Problem[];
  readonly revision?: string;
}

/** Where pages come from: all of them or an error, never a part. */
export interface Source {
  readonly name: string;
  read(signal?: AbortSignal): Promise<Pages>;
}

/** Keeps what was made of pages, so that the next process need not make it again. Derived and disposable. */
export interface Cache {
  /** All that was kept under the key; undefined where there is nothing, or it is damaged. */
  read(key: string): readonly unknown[] | undefined;
  /** Keeps structured-cloneable pieces, or does not: nobody is worse off. */
  write(key: string, pieces: Iterable<unknown>): void;
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
   * Atomic: takes all the keys, and writes `beside` with them, or does nothing at all. True: each was free, or held this
   * very value already; `get` reads it under each then.
   */
  claimAll(
    keys: readonly string[],
    options: {
      readonly ttlMs: number;
      readonly value: unknown;
      readonly beside?: { readonly key: string; readonly value: unknown; readonly ttlMs: number };
    },
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

/** So many questions in so long, counted from the first. */
export interface Allowance {
  readonly questions: number;
  readonly windowMs: number;
}

/** What is used up of an allowance, this time included, and when its window ends. */
export interface Spent {
  readonly used: number;
  /** More than 0, and no more than the window. */
  readonly endsInMs: number;
}

/** Uses up one of what the key is allowed. Atomic: no two callers are told the same number. */
export type Rate = (key: string) => Promise<Spent>;

/** A rate for each allowance, shared by all replicas where they share a store; `name` sets its keys apart from others. */
export type Rates = (name: string, allowance: Allowance) => Rate;

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
  /** Checks some of them: `most` at the most, beginning with number `from`; fewer where there are no more. */
  verdicts(from: number, most: number): Promise<readonly DeclaredVerdict[]>;
  /** Who may read a page, whoever asks; undefined: there is no such page. */
  access(page: string): Promise<PageAccess | undefined>;
  close(): Promise<void>;
}

/** What a build starts from. */
export type Origin =
  /** All pages of the source as they are now; `unless` they are still one of these states. */
  | { readonly kind: "source"; readonly unless: readonly string[] }
  /** A version that was kept, as `Built.packed` gave it; rejects if it is not whole. */
  | { readonly kind: "kept"; readonly version: string; readonly packed: Uint8Array };

/** A snapshot that is ready to answer, and what a reload wants to know about it. */
export interface Built {
  readonly snapshot: Snapshot;
  /** Names the pages, their problems included: equal where nothing at all has changed. */
  readonly state: string;
  /** The pages, to build the same snapshot again. */
  readonly packed: Uint8Array;
  /** What every page and passage says, for the next build to compare itself with. */
  readonly contents: Uint8Array;
  /** Against the `contents` the build was given. */
  readonly changes: Changes;
}

/**
 * Builds a complete snapshot beside whatever serves. Undefined: the source is as it was. Rejects with `DocentError` and
 * leaves nothing behind.
 */
export type Build = (
  origin: Origin,
  options: { readonly before?: Uint8Array | undefined; readonly signal?: AbortSignal },
) => Promise<Built | undefined>;

/** What differs between two snapshots. Pages by path; passages, which may be many, by number. */
export interface Changes {
  readonly pages: {
    readonly added: readonly string[];
    readonly changed: readonly string[];
    readonly removed: readonly string[];
  };
  readonly passages: { readonly added: number; readonly changed: number; readonly removed: number };
}

export interface KeptVersion {
  readonly version: string;
  readonly revision?: string;
  /** When it began to serve, epoch ms. */
  readonly at: number;
}

/** The pages of the last ten versions, to go back to. */
export interface Versions {
  keep(kept: KeptVersion, packed: Uint8Array): Promise<void>;
  /** Undefined: not kept. Whether it is whole shows when it is built. */
  load(version: string): Promise<Uint8Array | undefined>;
  /** Latest first. */
  list(): Promise<readonly KeptVersion[]>;
}

/** The only mutable reference of the core. `reload` and `rollback` swap whole, or throw and keep. */
export interface KnowledgeBase {
  readonly snapshot: Snapshot;
  /** `by` a watcher: what a rollback went back from is not taken up again before it changes. */
  reload(options?: { readonly by?: "watcher" }): Promise<ReloadReport>;
  /** Serves a kept version again, the one before the present where none is named, until the next reload. */
  rollback(version?: string): Promise<ReloadReport>;
  /** Latest first. */
  versions(): Promise<readonly KeptVersion[]>;
  health(): Health;
}

export interface ReloadReport extends Changes {
  readonly changed: boolean;
  readonly before: SnapshotFacts;
  readonly after: SnapshotFacts;
  /** The questions that pages declare: how many hold, and what is different about it since the reload before. */
  readonly declared: {
    readonly total: number;
    readonly passing: number;
    readonly nowPassing: readonly DeclaredQuestion[];
    readonly nowFailing: readonly DeclaredQuestion[];
  };
  /** Open gaps that have an answer now. */
  readonly answeredGaps: readonly string[];
  /** Recent questions that are answered differently now. */
  readonly changedAnswers: readonly ChangedAnswer[];
  /** Until the new knowledge served. */
  readonly ms: number;
}

export interface ChangedAnswer {
  readonly question: string;
  readonly before: Outcome;
  readonly after: Outcome;
}
