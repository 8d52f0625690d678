import type { FolderFiles } from "../knowledge/dead-files.ts";
import type { PagePassages } from "../knowledge/passages.ts";
import type { Tally } from "../feedback.ts";
import type { Pages, Snapshot } from "../ports.ts";
import type { Found, Problem, Why } from "../types.ts";

/** Knowledge as its author has it: what it says, and what becomes of it when it is asked. */
export interface Draft {
  readonly source: Pages;
  readonly pages: readonly PagePassages[];
  readonly snapshot: Snapshot;
  /** Every declared question, and every heading. */
  readonly asked: readonly Asked[];
  /** Epoch ms: how old a review is. */
  readonly now: number;
  readonly screens: readonly Screen[];
  /** What people said of answers, by page. */
  readonly votes: Tally["pages"];
  readonly files: FolderFiles;
}

/** Something that a page lets people ask, and what led to the answer. */
export interface Asked {
  readonly kind: "question" | "heading";
  readonly text: string;
  /** Where it is declared. */
  readonly page: string;
  readonly line: number;
  readonly why: Why;
}

/** A platform that shows so much of an answer and no more. */
export interface Screen {
  readonly name: string;
  /** How many lines of the answer it hides behind a button. */
  omittedLines(answer: Found): number;
}

/** Looks at one thing that can be wrong with knowledge. */
export type Rule = (draft: Draft) => readonly Problem[];

/** Called after each question that was asked. */
export type OnProgress = (done: number, total: number) => void;
