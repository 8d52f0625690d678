import type { Offline } from "./admin.ts";
import type { Command } from "./command.ts";

/** A command as the list of all of them knows it. Its code is read when it is called: `ask` answers the sooner. */
export interface Listed {
  readonly name: string;
  /** One line, for the list of commands. */
  readonly summary: string;
  load(): Promise<Command>;
}

export const COMMANDS: readonly Listed[] = [
  {
    name: "ask",
    summary: "answers a question, and exits 0 also where it does not know",
    load: async () => (await import("./ask.ts")).ask,
  },
  {
    name: "chat",
    summary: "opens a conversation in the terminal",
    load: async () => (await import("./chat.ts")).chat,
  },
  {
    name: "check",
    summary: "finds what is wrong with the pages, with a remedy for each",
    load: async () => (await import("./check.ts")).check,
  },
  {
    name: "test",
    summary: "asks the questions that pages declare, and shows what answers instead",
    load: async () => (await import("./test.ts")).test,
  },
  {
    name: "diff",
    summary: "shows which answers a change of the pages alters",
    load: async () => (await import("./diff.ts")).diff,
  },
  {
    name: "why",
    summary: "shows what led to an answer, or to none",
    load: async () => (await import("./why.ts")).why,
  },
  {
    name: "topics",
    summary: "lists what there is to ask about",
    load: async () => (await import("./topics.ts")).topics,
  },
  {
    name: "new",
    summary: "makes a page to begin with, with an owner and questions",
    load: async () => (await import("./new.ts")).create,
  },
  admin("status", "how Docent is", "", "knowledge"),
  admin(
    "reload",
    "reads the knowledge again; “reload show” says what is answered differently",
    " [show]",
    "never",
  ),
  admin(
    "rollback",
    "goes back to an earlier version of the knowledge",
    " [list | VERSION]",
    "never",
  ),
  admin("problems", "what is wrong with the pages that are served", "", "knowledge"),
  admin(
    "gaps",
    "what was asked and has no answer",
    " [all | draft N | assign N WHO | dismiss N | close N | open N]",
    "store",
  ),
  admin("can-see", "whether somebody may read a page, and why", " WHO PAGE", "knowledge"),
  admin("audit", "who did what, administratively", " [N]", "store"),
  admin("forget-me", "deletes what is kept about you, or about WHO", " [WHO]", "store"),
];

/** What an admin may say to the running Docent from a shell; the same words as in Slack and Discord. */
function admin(name: string, summary: string, words: string, offline: Offline): Listed {
  return {
    name,
    summary,
    load: async () => (await import("./admin.ts")).adminCommand(name, { words, offline }),
  };
}
