import type { Readable, Writable } from "node:stream";
import type { Terminal } from "../adapters/console/terminal.ts";
import type { Assistant, Clock, Config, Log, RandomId, SnapshotFacts } from "../src/index.ts";
import type { ReadPages } from "./place.ts";

/** What the command line needs of a running core. */
export interface Core {
  readonly assistant: Assistant;
  readonly facts: SnapshotFacts;
  close(): Promise<void>;
}

/** Reads the knowledge and builds everything on it. Rejects with `DocentError`. */
export type BuildCore = (
  config: Config,
  parts: { readonly log: Log; readonly env: World["env"] },
) => Promise<Core>;

/** Everything the command line touches of the world. */
export interface World {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Writable & Terminal & { readonly rows?: number };
  readonly stderr: Writable & { readonly isTTY?: boolean };
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  /** Monotonic, in ms with fractions. */
  readonly stopwatch: () => number;
  readonly randomId: RandomId;
  readonly version: string;
  readonly build: BuildCore;
  /** For authors' commands: folders, and git revisions of them. */
  readonly readPages: ReadPages;
}
