export type Severity = "error" | "warning";

/** Something wrong with the knowledge, for its author: where, what, and what to do. */
export interface Problem {
  readonly page: string;
  /** 0 where no line is to blame. */
  readonly line: number;
  readonly severity: Severity;
  /** A stable name in kebab-case: `unknown-key`, `not-utf8`. */
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
  /** Who may read the page, where that is known and not everybody: what others are told is no more than a count. */
  readonly audience?: readonly string[];
}
