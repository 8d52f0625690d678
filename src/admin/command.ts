import type { Actor, AdminReply, Snapshot } from "../ports.ts";
import { canRead } from "../access.ts";
import type { DocentError } from "../errors.ts";
import type { Problem } from "../types.ts";
import { paragraph } from "../own-blocks.ts";

/** One word of `/docent …`. */
export interface Command {
  readonly name: string;
  /** With its arguments, as `help` shows it. */
  readonly usage: string;
  readonly summary: string;
  /** Who may use it. */
  readonly for: "admins" | "everybody";
  /** What the audit says of a call; undefined: it only looked. */
  audited(args: string): string | undefined;
  run(args: string, actor: Actor): Promise<AdminReply>;
}

export function reply(
  body: AdminReply["body"],
  json: unknown,
  next: AdminReply["next"] = [],
): AdminReply {
  return { ok: true, body, next, json };
}

/** Something is wrong with what was asked for: what, and what to do. */
export function refusal(text: string, code: string): AdminReply {
  return {
    ok: false,
    body: [paragraph(text)],
    next: [{ label: "Help", command: "help" }],
    json: { error: code, message: text },
  };
}

/** Whoever sits at the shell has the files before them; everybody else sees what they may read. */
export function maySee(actor: Actor): (problem: Problem) => boolean {
  return ({ audience }) =>
    actor.from === "shell" || audience === undefined || canRead({ audience }, actor.asker);
}

/** What is wrong and what to do, in the words that this actor may hear. */
export function wordsFor({ message, remedy, open }: DocentError, actor: Actor): string {
  const hears = open === undefined || actor.from === "shell" || canRead(open, actor.asker);
  return hears ? `${message}. ${remedy}` : `${open.message}. ${open.remedy}`;
}

/** The pages somebody may read, by path. */
export async function readablePages(
  snapshot: Snapshot,
  actor: Actor,
): Promise<(page: string) => boolean> {
  if (actor.from === "shell") return () => true;
  const topics = await snapshot.topics(actor.asker);
  const paths = new Set(topics.flatMap((topic) => topic.pages.map((page) => page.path)));
  return (page) => paths.has(page);
}
