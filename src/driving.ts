/** The contracts of what calls the core: what people and admins may do, and the door for platforms. */
import type { Clock, RandomId, Log, Metrics, Store } from "./ports.ts";
import type {
  Answer,
  Asker,
  Block,
  ChannelMode,
  Escalation,
  Health,
  Notice,
  Passage,
  Query,
  Suggestion,
  Topic,
  Vote,
  Why,
} from "./types.ts";

/** What people may do. Made by `createAssistant`. */
export interface Assistant {
  /**
   * Never rejects for what a person typed; rejects with `DocentError` where Docent itself failed. What an answer leaves
   * behind is written down before it is given, or handed to `later`, to be done once the answer is on its way.
   */
  ask(
    query: Query,
    signal?: AbortSignal,
    later?: (notes: () => Promise<void>) => void,
  ): Promise<Answer>;
  /** The answer behind a button, re-checked for this asker; undefined: expired, forged or not theirs to read. */
  recall(answer: string, asker: Asker): Promise<Answer | undefined>;
  suggest(text: string, asker: Asker, limit?: number): Promise<readonly Suggestion[]>;
  read(passage: string, asker: Asker): Promise<Passage | undefined>;
  topics(asker: Asker): Promise<readonly Topic[]>;
  /** Questions to start with. */
  pinned(asker: Asker, limit: number): Promise<readonly string[]>;
  /** What many have asked of late, in the words of the pages' authors, as far as this asker may read it. */
  popular(asker: Asker, limit: number): Promise<readonly string[]>;
  why(query: Query): Promise<Why>;
  /**
   * One vote a person and answer, changeable. False: the answer is not known any more. What the vote makes of the gaps is
   * written down before, or handed to `later`, to be done once the vote is shown.
   */
  rate(
    answer: string,
    asker: Asker,
    vote: Vote,
    note?: string,
    later?: (notes: () => Promise<void>) => void,
  ): Promise<boolean>;
  /** The asker wants to hear when the gap is closed; `channel` is where the adapter can reach them. */
  tellMe(answer: string, asker: Asker, channel: string): Promise<boolean>;
}

/** A question on its way in, with the way back. Adapters build it; only `receive` calls it. */
export interface Message {
  /**
   * Claimed together: a message is answered once under any of them. None where nobody sends it twice and its asker waits on
   * the line: nothing of it is written down then before it is answered.
   */
  readonly ids: readonly string[];
  readonly query: Query;
  /** The channel it was asked in, as `Channels` knows it: limited as a whole, too. */
  readonly place?: string;
  /** When it was sent, epoch ms; older than ten minutes is not answered any more. */
  readonly sentAt?: number;
  /** What the asker was given to find the question's line in the log by; without it that is its answer's id. */
  readonly trace?: string;
  /** Answers below this confidence, and abstentions, are not sent (channel mode `auto`). */
  readonly floor?: number;
  /** Admins are not limited. */
  readonly unlimited?: boolean;
  /** What the adapter needs to build this message again after a crash; JSON. */
  readonly event?: unknown;
  /** Called once the message is safe: written down, or known to somebody else. The platform may now be told. */
  accepted?(): void;
  /**
   * `silent`: it was not sent after all, because nobody is to be answered any more. No promise where it only had to be
   * handed over.
   */
  reply(answer: Answer): Promise<"silent" | void> | void;
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
  /** What its platform calls those among whom it was asked, such as "workspace"; absent where there are none. */
  readonly community?: string;
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

/** `reload | status | problems | gaps | why <question> | can-see <who> <page> | rollback | audit | forget-me | mode <mode> | help`. */
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
  /** Deletes everything of a workspace or guild that Docent was removed from: `slack:T1`, `discord:G1`. */
  readonly purge: (tenant: string) => Promise<void>;
  /** Deletes what is kept of the question behind an answer: whoever asked it took it back. */
  readonly retract: (answer: string) => Promise<void>;
  readonly store: Store;
  readonly clock: Clock;
  readonly randomId: RandomId;
  readonly log: Log;
  readonly metrics: Metrics;
}
