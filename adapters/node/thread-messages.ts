import { DocentError, explain } from "../../src/errors.ts";
import type {
  Built,
  ErrorCode,
  Groups,
  KnowledgeAddress,
  Problem,
  Snapshot,
  SnapshotFacts,
} from "../../src/index.ts";

/** What a snapshot's thread is asked, and what it says: all of it structured-cloneable. */

export type Asked = Exclude<keyof Snapshot, "facts" | "close">;

/** What a thread builds from; told with the build, so that threads may start before it is known. */
export interface ThreadSetup {
  readonly address: KnowledgeAddress;
  /** Where a repository is cloned to. */
  readonly dataDir: string;
  readonly threshold?: number | undefined;
  /** What the named groups in audiences stand for. */
  readonly groups?: Groups | undefined;
  /** What git may see of the environment. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

export interface BuildMessage {
  readonly kind: "build";
  readonly setup: ThreadSetup;
  /** Absent: from the source. */
  readonly kept?: { readonly version: string; readonly packed: Uint8Array };
  /** The states in which the source is not worth a build. */
  readonly unless: readonly string[];
  readonly before?: Uint8Array | undefined;
  /** The build takes the place of one that was lost: nobody wants to know what has changed. */
  readonly again?: boolean;
}

/** The first build will most likely be one of the source: it may begin before it is asked for. */
export interface ForeseeMessage {
  readonly kind: "foresee";
  readonly setup: ThreadSetup;
}

export interface AskMessage {
  readonly kind: "ask";
  readonly id: number;
  readonly method: Asked;
  readonly args: readonly unknown[];
}

/** Nobody asks the snapshot any more; another may be built. */
export interface ForgetMessage {
  readonly kind: "forget";
}

export type ToThread = BuildMessage | ForeseeMessage | AskMessage | ForgetMessage;

export interface BuiltMessage {
  readonly kind: "built";
  /** Without the problems, which come before it in parts: ten thousand at once would hold up whoever receives them. */
  readonly facts: Omit<SnapshotFacts, "problems">;
  /** Absent where a snapshot was built again. */
  readonly details?: Omit<Built, "snapshot"> | undefined;
}

export type FromThread =
  | { readonly kind: "up" }
  | { readonly kind: "problems"; readonly problems: readonly Problem[] }
  | BuiltMessage
  | { readonly kind: "unchanged" }
  | { readonly kind: "forgotten" }
  | { readonly kind: "not-built"; readonly error: Failure }
  | { readonly kind: "answered"; readonly id: number; readonly value: unknown }
  | { readonly kind: "not-answered"; readonly id: number; readonly error: Failure };

/** An error on its way between threads. */
export interface Failure {
  /** Absent: no error of Docent's own. */
  readonly code?: ErrorCode;
  readonly message: string;
  readonly remedy?: string;
  readonly cause?: string;
}

export function toFailure(error: unknown): Failure {
  if (!(error instanceof DocentError)) return { message: explain(error) };
  const { code, message, remedy, cause } = error;
  return { code, message, remedy, ...(cause !== undefined && { cause: explain(cause) }) };
}

/** A failure without a code is the thread's own. */
export function fromFailure({ code, message, remedy, cause }: Failure): DocentError {
  const options = {
    remedy: remedy ?? "Reload the knowledge; if it stays so, this is a fault of Docent.",
    ...(cause !== undefined && { cause: new Error(cause) }),
  };
  return new DocentError(code ?? "snapshot-failed", message, options);
}
