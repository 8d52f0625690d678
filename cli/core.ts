import type { Readable, Writable } from "node:stream";
import type { Terminal } from "../adapters/console/terminal.ts";
import type {
  Administration,
  Assistant,
  Clock,
  Config,
  Log,
  RandomId,
  SnapshotFacts,
  Tally,
} from "../src/index.ts";
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

/** What needs no running Docent, only what one has left behind. */
export interface Remains {
  /** `knowledge`: the line is about pages, which are read first; one that cannot be read is among what is said. */
  administer(options: { readonly knowledge: boolean }): Promise<Administration>;
  /** Votes by page; none where nothing has been kept yet. */
  votes(): Promise<Tally>;
  close(): Promise<void>;
}

/** Opens what DATA_DIR or STORE_URL hold, and makes nothing there. */
export type OpenRemains = (
  config: Config,
  parts: { readonly log: Log; readonly env: World["env"]; readonly version: string },
) => Promise<Remains>;

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
  readonly openRemains: OpenRemains;
  /** For authors' commands: folders, and git revisions of them. */
  readonly readPages: ReadPages;
}
