import { plainText } from "./plain-text.ts";
import { tenantOf } from "./tenant.ts";
import type { Pseudonym } from "./ports.ts";
import type { Asker, Outcome } from "./types.ts";

/** A question the knowledge did not answer, or not to the asker's mind. */
export interface GapQuestion {
  readonly text: string;
  readonly person: string;
  readonly tenant: string;
  /** What the asker may read: the question is asked anew with these. */
  readonly labels: readonly string[];
  readonly cause: "abstained" | "not-helpful";
  /** What was missing, in the asker's words. */
  readonly note?: string;
  /** The page whose answer did not help: who may not read it is not told what was asked about it. */
  readonly page?: string;
  /** What it was answered with by itself when that did not help (`markOf`): the same again is no answer. */
  readonly unhelpful?: string;
}

/** What an answer is known again by, without its words. */
export function markOf(outcome: Outcome, pseudonym: Pseudonym): string | undefined {
  return outcome.kind === "found" ? pseudonym(plainText(outcome.body)) : undefined;
}

/** Where such questions go. */
export interface GapSink {
  record(question: GapQuestion): Promise<void>;
  /** An answer to it did help this person after all. */
  withdraw(question: Pick<GapQuestion, "text" | "person">): Promise<void>;
}

export function gapQuestion(
  text: string,
  asker: Asker,
  pseudonym: Pseudonym,
  cause: GapQuestion["cause"],
  about: Pick<GapQuestion, "note" | "page" | "unhelpful"> = {},
): GapQuestion {
  return {
    text,
    person: pseudonym(asker.id),
    tenant: tenantOf(asker),
    labels: asker.labels,
    cause,
    ...about,
  };
}
