import { list, code, paragraph } from "./own-blocks.ts";
import { canSeeCommand } from "./admin/can-see.ts";
import type { CanSeeParts } from "./admin/can-see.ts";
import { refusal, reply, wordsFor } from "./admin/command.ts";
import type { Command } from "./admin/command.ts";
import { gapsCommand } from "./admin/gaps.ts";
import { modeCommand } from "./admin/mode.ts";
import { problemsCommand } from "./admin/problems.ts";
import { auditCommand, forgetMeCommand } from "./admin/records.ts";
import type { ReloadNews } from "./admin/reload-news.ts";
import { reloadCommands } from "./admin/reload.ts";
import type { ReloadParts } from "./admin/reload.ts";
import { statusCommand } from "./admin/status.ts";
import type { StatusParts } from "./admin/status.ts";
import { whyCommand } from "./admin/why.ts";
import type { Audit, AuditEntry } from "./audit.ts";
import { createBestEffort } from "./best-effort.ts";
import { DocentError, explain } from "./errors.ts";
import type { Gaps } from "./gaps.ts";
import type {
  Actor,
  Administration,
  AdminReply,
  Assistant,
  Channels,
  KnowledgeBase,
  Log,
  Metrics,
  Pseudonym,
  RandomId,
  Store,
} from "./ports.ts";
import type { Privacy } from "./privacy.ts";
import { cleanQuestion } from "./question-text.ts";
import { tenantOf } from "./tenant.ts";

export interface AdministrationParts
  extends
    Omit<StatusParts, "attempt" | "knowledge" | "gaps" | "store">,
    Pick<ReloadParts, "settle">,
    Pick<CanSeeParts, "labelsOf"> {
  readonly knowledge: KnowledgeBase;
  readonly assistant: Pick<Assistant, "why">;
  readonly gaps: Pick<Gaps, "list" | "mark">;
  readonly channels: Channels;
  readonly audit: Audit;
  readonly news: ReloadNews;
  readonly privacy: Pick<Privacy, "forget">;
  readonly store: Pick<Store, "health" | "claim" | "get" | "set">;
  readonly pseudonym: Pseudonym;
  readonly randomId: RandomId;
  readonly log: Log;
  readonly metrics: Metrics;
}

/** Somebody who tries the same again and again is written down once in a while, not each time. */
const REFUSAL_MS = 60_000;

/**
 * What admins may do, the same from Slack, Discord, a shell or HTTP. Whether somebody is one is asked of each call; nothing
 * is begun for who is not. Never rejects: a failure is a reply that says what to do, and an id for the log.
 */
export function createAdministration(parts: AdministrationParts): Administration {
  const { knowledge, assistant, gaps, channels, audit, privacy, store, log, metrics } = parts;
  const attempt = createBestEffort(log, metrics);
  const commands: readonly Command[] = [
    statusCommand({ ...parts, attempt }),
    ...reloadCommands({
      knowledge,
      settle: parts.settle,
      news: parts.news,
    }),
    problemsCommand(knowledge),
    gapsCommand({ gaps, knowledge, clock: parts.clock }),
    whyCommand(assistant),
    canSeeCommand({ knowledge, labelsOf: parts.labelsOf }),
    modeCommand(channels),
    auditCommand(audit),
    forgetMeCommand(privacy),
  ];

  const mayUse = (command: Command, actor: Actor): boolean =>
    actor.admin || command.for === "everybody";

  function help(actor: Actor): AdminReply {
    const own = commands.filter((command) => mayUse(command, actor));
    return reply(
      [
        paragraph("What you can say:"),
        list(own.map(({ usage, summary }) => [code(usage), ` ${summary}`])),
      ],
      { commands: own.map(({ name, usage, summary }) => ({ name, usage, summary })) },
    );
  }

  async function note(
    actor: Actor,
    command: string | undefined,
    outcome: AuditEntry["outcome"],
  ): Promise<void> {
    if (command === undefined) return;
    metrics.count("admin_total", { command: command.split(" ", 1)[0] ?? "", outcome });
    const { asker, from, place } = actor;
    // Who wants to be forgotten is not written down for it.
    const who =
      command === "forget-me"
        ? { actor: "forgotten" }
        : { actor: asker.id, tenant: tenantOf(asker), ...(place !== undefined && { place }) };
    await attempt("audit", undefined, () => audit.record({ ...who, from, command, outcome }));
  }

  async function refuse(actor: Actor, { name }: Command): Promise<AdminReply> {
    const key = `refused:${parts.pseudonym(actor.asker.id)}:${name}`;
    const isNew = await attempt("audit", true, () => store.claim(key, { ttlMs: REFUSAL_MS }));
    if (isNew) await note(actor, name, "refused");
    const { community } = actor;
    const admins = community === undefined ? "admins" : `admins of this ${community}`;
    return refusal(`Only ${admins} can do that.`, "not-allowed");
  }

  function failure(error: unknown, name: string, actor: Actor): AdminReply {
    if (error instanceof DocentError) return refusal(wordsFor(error, actor), error.code);
    const id = parts.randomId().slice(0, 8);
    log.error({ id, command: name, error }, "an administrative command failed");
    return refusal(`Something went wrong on our side (id ${id}): ${explain(error)}`, "broken");
  }

  return {
    async run(text, actor) {
      const line = cleanQuestion(text).replace(/^\/?docent\b\s*/iu, "");
      const [word = ""] = line.split(/\s/u, 1);
      const name = word.toLowerCase();
      if (name === "" || name === "help") return help(actor);
      const command = commands.find((one) => one.name === name);
      if (command === undefined) {
        return refusal("That is no command: help lists those there are.", "usage");
      }
      if (!mayUse(command, actor)) return refuse(actor, command);
      const args = line.slice(word.length).trim();
      try {
        const answered = await command.run(args, actor);
        await note(actor, command.audited(args), answered.ok ? "done" : "failed");
        return answered;
      } catch (error) {
        await note(actor, command.audited(args), "failed");
        return failure(error, name, actor);
      }
    },
  };
}
