/**
 * Who must act is in the code: `asker-*` the person who asked, `page-*` the page's author, the rest the operator.
 * The list is closed: a new failure gets a name here first.
 */
export type ErrorCode =
  | "config-invalid"
  | "knowledge-missing"
  | "knowledge-empty"
  | "knowledge-unreadable"
  | "knowledge-rejected"
  | "source-failed"
  | "snapshot-failed"
  | "deadline-exceeded"
  | "store-unavailable"
  | "platform-refused"
  | "platform-unavailable"
  | "not-allowed"
  | "usage";

/** What is said of an error to those who may not read the page it is about. */
export interface OpenWords {
  /** Labels of who may be told the message itself. */
  readonly audience: readonly string[];
  readonly message: string;
  readonly remedy: string;
}

/** The one error class of Docent. `message` says what is wrong and where; `remedy` says what to do about it. */
export class DocentError extends Error {
  readonly code: ErrorCode;
  readonly remedy: string;
  /** Present where the message holds words of a page that not everybody may read. */
  declare readonly open?: OpenWords;

  constructor(
    code: ErrorCode,
    message: string,
    options: { remedy: string; cause?: unknown; open?: OpenWords | undefined },
  ) {
    super(message, { cause: options.cause });
    this.name = "DocentError";
    this.code = code;
    this.remedy = options.remedy;
    if (options.open !== undefined) this.open = options.open;
  }
}

/** The sentence for whoever may not read everything: no word of a page that not everybody may read. */
export function explainOpenly(error: unknown): string {
  if (!(error instanceof DocentError) || error.open === undefined) return explain(error);
  return `${error.open.message}. ${error.open.remedy}`;
}

/** The sentence for a log or a terminal: what is wrong, then what to do. Never the stack. */
export function explain(error: unknown): string {
  if (error instanceof DocentError) return `${error.message}. ${error.remedy}`;
  return error instanceof Error ? error.message : String(error);
}
