import type { Subject } from "./subjects.ts";

/** What one subject reached on one folder. */
export type Figures =
  | {
      readonly subject: Subject;
      readonly state: "measured";
      readonly pages: number;
      readonly passages: number;
      readonly buildMs: number;
      readonly pagesPerSecond: number;
      /** Growth of heap and buffers by building, after a collection, in MB. */
      readonly memoryMb: number;
      /** Resident set after building and asking, in MB. */
      readonly residentMb: number;
      readonly questions: number;
      readonly p50Ms: number;
      readonly p99Ms: number;
    }
  | { readonly subject: Subject; readonly state: "late" | "failed"; readonly why: string };

/** The command `ask` from the start of its process to its end, and how much of it is Node itself. */
export interface ColdStart {
  readonly runs: number;
  /** Medians: of pages that are new, and of pages that a process before has kept a build of. */
  readonly firstMs: number;
  readonly nextMs: number;
  readonly emptyProcessMs: number;
}

export interface FolderFigures {
  readonly folder: string;
  readonly limitSeconds: number;
  readonly coldStart: ColdStart;
  readonly subjects: readonly Figures[];
}
