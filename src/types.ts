/**
 * The vocabulary: data only, all of it `readonly` and structured-cloneable, so that it crosses a worker's boundary as it is.
 * Lines are 1-based and inclusive, counted in the page's file with its front matter.
 */

import type { Block, Lines } from "./block.ts";
import type { Problem } from "./problem.ts";

export type * from "./block.ts";
export type * from "./notice.ts";
export type * from "./page-access.ts";
export type * from "./problem.ts";

/** A file of the knowledge as its source gave it. */
export interface Page {
  /** Relative to the knowledge folder, with forward slashes: `it/vpn.md`. */
  readonly path: string;
  readonly markdown: string;
  /** The commit it was read at, where the source knows one. */
  readonly revision?: string;
  /** A web address of the file at that revision, where the source knows one. */
  readonly url?: string;
}

/** What front matter may say. Every key has its default. */
export interface FrontMatter {
  readonly title?: string;
  /** What the page is about, in a sentence: searched, and not shown. */
  readonly description?: string;
  readonly aliases: readonly string[];
  readonly tags: readonly string[];
  readonly owner?: string;
  /** ISO date of the last review: `2026-11-02`. */
  readonly reviewed?: string;
  /** Labels of who may read it; `["public"]` by default. */
  readonly audience: readonly string[];
  /** Which documents the page's facts come from. */
  readonly sources: readonly string[];
  /** Questions this page answers; `… -> #slug` names the section. */
  readonly questions: readonly string[];
  /** Questions this page must not be used for. */
  readonly never: readonly string[];
  readonly url?: string;
}

/** The unit of retrieval: a heading's section, or a part of one that is too long. */
export interface Passage {
  /** `it/vpn.md#reset-your-token`; stable as long as path and heading are. Duplicates are numbered: `#setup-2`. */
  readonly id: string;
  readonly page: string;
  readonly lines: Lines;
  /** From the page's title to this section's heading. */
  readonly headings: readonly [string, ...string[]];
  readonly body: readonly Block[];
  /** The body as plain text, blocks parted by a blank line. */
  readonly text: string;
  readonly audience: readonly string[];
  /** A web address of the first line, where the page has one. */
  readonly url?: string;
  readonly owner?: string;
  readonly reviewed?: string;
}

/** Who asks. The id is opaque and vouched for by the platform: `slack:T1:U1`. */
export interface Asker {
  readonly id: string;
  /** Audience labels the adapter worked out from ids; `public` is implied. */
  readonly labels: readonly string[];
  readonly locale?: string;
}

export interface Query {
  readonly text: string;
  /** What follow-ups belong together: a thread, a direct-message channel, a terminal. */
  readonly conversation?: string;
  /** It begins the conversation: there is no past to look for. */
  readonly opens?: true;
  readonly asker: Asker;
}

/** A passage that matched, best first in every list. */
export interface Hit {
  readonly passage: Passage;
  readonly score: number;
  readonly terms: readonly string[];
}

/** An extract with the offsets (UTF-16, end exclusive) of what matched. */
export interface Snippet {
  readonly text: string;
  readonly marks: readonly (readonly [start: number, end: number])[];
}

/** Where a statement stands. `lines` are the quoted lines, within the passage's. */
export interface Citation {
  readonly passage: Passage;
  readonly lines: Lines;
  readonly snippet: Snippet;
}

export type Reason = "empty-query" | "small-talk" | "no-hit" | "low-confidence";

/** What the knowledge says to a query (`Answer` adds which one). `capped`: it held more words than are looked up. */
export type Outcome = Verdict & { readonly capped?: true };

type Verdict =
  | {
      readonly kind: "found";
      /** Cut out word for word; a few blocks, each with its lines. */
      readonly body: readonly Block[];
      /** Calibrated probability, 0 to 1, that the body answers. */
      readonly confidence: number;
      readonly citations: readonly [Citation, ...Citation[]];
      readonly related: readonly Citation[];
    }
  | {
      readonly kind: "abstained";
      readonly reason: Reason;
      /** The confidence of the best passage that was not good enough; 0 where there was none. */
      readonly confidence: number;
      /** The question as it was probably meant. */
      readonly didYouMean?: string;
      /** What is closest; empty where nothing is. */
      readonly related: readonly Citation[];
    };

export type Answer = Outcome & {
  /** Random; what buttons carry. */
  readonly id: string;
  readonly query: Query;
  /** Of the knowledge that was asked. */
  readonly version: string;
};

export type Found = Extract<Answer, { kind: "found" }>;
export type Abstained = Extract<Answer, { kind: "abstained" }>;

/** An autocomplete choice: `text` is what the asker would send. */
export interface Suggestion {
  readonly text: string;
  readonly passage: string;
}

/** A folder of pages, to browse. */
export interface Topic {
  readonly name: string;
  readonly pages: readonly {
    readonly path: string;
    readonly title: string;
    readonly passage: string;
  }[];
}

/** One signal of a decision, in words an author understands. */
export interface Signal {
  readonly name: string;
  readonly meaning: string;
  readonly value: number;
  readonly weight: number;
}

/** Why a word is searched as another one: declared as its synonym, told where it is asked for, said for it every day, a slip, like it. */
export type AlternativeReason =
  | "synonym"
  | "relation"
  | "everyday"
  | "spelling"
  | "alike"
  | "similar";

/** What led to an answer or a silence. */
export interface Why {
  readonly outcome: Outcome;
  readonly threshold: number;
  readonly terms: readonly {
    readonly word: string;
    readonly stem: string;
    readonly role: "content" | "question" | "unknown";
    /** What else the word was searched as, and what makes the two one. */
    readonly alternatives: readonly { readonly word: string; readonly why: AlternativeReason }[];
    readonly rarity: number;
    readonly passages: number;
  }[];
  /** Confidence: the weighted sum of these through the logistic function, */
  readonly confidence: readonly Signal[];
  /** and what changed it then, in order and in words for behind "because", with the confidence that it led to. */
  readonly rules: readonly { readonly says: string; readonly confidence: number }[];
  readonly candidates: readonly {
    readonly passage: string;
    readonly headings: readonly string[];
    readonly lines: Lines;
    readonly score: number;
    readonly sentence: string;
    readonly signals: readonly Signal[];
  }[];
}

/** What a snapshot holds, for status and reports. */
export interface SnapshotFacts {
  readonly version: string;
  readonly revision?: string;
  readonly pages: number;
  readonly passages: number;
  readonly problems: readonly Problem[];
  readonly buildMs: number;
  /** The labels that some page is restricted to: no other label changes an answer. */
  readonly audiences: readonly string[];
}

/** A question a page declares. */
export interface DeclaredQuestion {
  readonly text: string;
  readonly page: string;
  /** The passage it must be answered from, where the page names one. */
  readonly passage?: string;
  readonly line: number;
  readonly kind: "answers" | "never";
  /** Who may read the page, where not everybody may: the question is checked as one of them. */
  readonly audience?: readonly string[];
}

/** Whether a declared question is answered as its page wants. How it is answered weighs too much to be kept of thousands. */
export interface DeclaredVerdict {
  readonly question: DeclaredQuestion;
  readonly holds: boolean;
}

export type Vote = "helpful" | "not-helpful";

/** A question handed to a human. */
export interface Escalation {
  readonly id: string;
  readonly question: string;
  readonly asker: string;
  /** Where it was asked, for a link back. */
  readonly permalink: string;
  readonly state: "open" | "taken" | "resolved";
  readonly by?: string;
  readonly answer?: string;
}

export type ChannelMode = "mention" | "auto" | "off";

export interface Health {
  readonly state: "ok" | "starting" | "degraded" | "failed" | "stopped";
  /** One line for an admin: what is wrong and what to do. */
  readonly note?: string;
}
