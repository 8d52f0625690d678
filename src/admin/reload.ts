import { DocentError } from "../errors.ts";
import type { Gap } from "../gaps.ts";
import type { AdminReply, Actor, KnowledgeBase, ReloadReport } from "../ports.ts";
import { redact } from "../redact.ts";
import { code, list, paragraph } from "../own-blocks.ts";
import { readablePages, refusal, reply, wordsFor } from "./command.ts";
import type { Command } from "./command.ts";
import { counted, figure } from "../phrases.ts";
import { duration, moment } from "./wording.ts";

export interface ReloadParts {
  readonly knowledge: Pick<KnowledgeBase, "snapshot" | "reload" | "rollback" | "versions">;
  /** Closes the gaps that have an answer now, and tells those who wanted to hear. */
  readonly settle: () => Promise<{ readonly closed: readonly Gap[]; readonly told: number }>;
}

export function reloadCommands({ knowledge, settle }: ReloadParts): readonly Command[] {
  let last: ReloadReport | undefined;

  async function swap(
    how: () => Promise<ReloadReport>,
    opening: (report: ReloadReport) => string,
    actor: Actor,
  ): Promise<AdminReply> {
    let report: ReloadReport;
    try {
      report = await how();
    } catch (error) {
      if (!(error instanceof DocentError)) throw error;
      const text = `Not reloaded, the old knowledge stays: ${wordsFor(error, actor)}`;
      return {
        ...refusal(text, error.code),
        next: [{ label: "Problems", command: "problems" }],
      };
    }
    if (!report.changed) {
      return reply(
        [paragraph("Nothing has changed: knowledge ", code(report.after.version.slice(0, 7)), ".")],
        machine(report, [], 0),
      );
    }
    last = report;
    const { closed, told } = await settle();
    return reply(
      [paragraph(`${opening(report)} · ${after(report)}`), ...news(report, closed, told)],
      machine(report, closed, told),
      report.changedAnswers.length > 0 || report.declared.nowFailing.length > 0
        ? [{ label: "Show", command: "reload show" }]
        : [],
    );
  }

  /** What is different, for whoever asks: questions only, because their answers may be for other eyes. */
  async function show(actor: Actor): Promise<AdminReply> {
    if (last === undefined) {
      return refusal("Nothing was reloaded here since this replica started.", "usage");
    }
    const mayRead = await readablePages(knowledge.snapshot, actor);
    const failing = last.declared.nowFailing.filter(({ page }) => mayRead(page));
    const changed = last.changedAnswers.map(({ question }) => redact(question));
    const body = [
      ...(failing.length === 0
        ? []
        : [
            paragraph("Declared questions that no longer hold:"),
            list(failing.map(({ page, line, text }) => [code(`${page}:${line}`), ` ${text}`])),
          ]),
      ...(changed.length === 0
        ? []
        : [
            paragraph("Questions that are answered differently now:"),
            list(changed.map((question) => [question])),
          ]),
    ];
    return reply(body.length === 0 ? [paragraph("Nothing is answered differently.")] : body, {
      nowFailing: failing,
      changedAnswers: changed,
    });
  }

  return [
    {
      name: "reload",
      usage: "reload [show]",
      summary: "read the pages anew; `show` says what the last time made different",
      for: "admins",
      audited: (args) => (args === "show" ? undefined : "reload"),
      run: async (args, actor) =>
        args === "show"
          ? show(actor)
          : swap(
              () => knowledge.reload(),
              (report) => `Reloaded in ${duration(report.ms)}: ${changes(report)}`,
              actor,
            ),
    },
    {
      name: "rollback",
      usage: "rollback [list | VERSION]",
      summary: "serve an earlier version of the knowledge, until the next reload",
      for: "admins",
      audited: (args) => (args === "list" ? undefined : "rollback"),
      async run(args, actor) {
        if (args !== "list") {
          return swap(
            () => knowledge.rollback(args === "" ? undefined : args),
            ({ after, ms }) => `Back to ${after.version.slice(0, 7)} in ${duration(ms)}`,
            actor,
          );
        }
        const versions = await knowledge.versions();
        return reply(
          [
            paragraph(
              versions.length === 0 ? "No version is kept yet." : "Versions, latest first:",
            ),
            ...(versions.length === 0
              ? []
              : [list(versions.map(({ version, at }) => [code(version), ` since ${moment(at)}`]))]),
          ],
          { versions },
        );
      },
    },
  ];
}

function changes({ pages, after }: ReloadReport): string {
  const parts = [
    [pages.changed.length, "changed"],
    [pages.added.length, "added"],
    [pages.removed.length, "removed"],
  ] as const;
  const named = parts.filter(([count]) => count > 0);
  if (named.length === 0) return counted(after.pages, "page");
  return named
    .map(([count, what], index) => `${index === 0 ? counted(count, "page") : count} ${what}`)
    .join(", ");
}

function after({ after, declared }: ReloadReport): string {
  const passages = counted(after.passages, "passage");
  return declared.total === 0
    ? passages
    : `${passages} · ${figure(declared.passing)} of ${figure(declared.total)} declared questions pass`;
}

function news(
  { changedAnswers, declared }: ReloadReport,
  closed: readonly Gap[],
  told: number,
): readonly ReturnType<typeof paragraph>[] {
  const names = closed.slice(0, 5).map(({ examples }) => `"${examples[0] ?? "?"}"`);
  const sentences = [
    ...(closed.length === 0
      ? []
      : [
          `${counted(closed.length, "gap")} now ${closed.length === 1 ? "has" : "have"} an answer (${names.join(", ")})`,
        ]),
    ...(told === 0 ? [] : [`${counted(told, "person was", "people were")} told`]),
    ...(changedAnswers.length === 0
      ? []
      : [
          `${counted(changedAnswers.length, "recent question is", "recent questions are")} answered differently`,
        ]),
    ...(declared.nowFailing.length === 0
      ? []
      : [
          `${counted(declared.nowFailing.length, "declared question")} no longer ${declared.nowFailing.length === 1 ? "holds" : "hold"}`,
        ]),
  ];
  return sentences.length === 0 ? [] : [paragraph(sentences.join(" · "))];
}

/** For machines: figures, and no page's words. */
function machine(report: ReloadReport, closed: readonly Gap[], told: number): object {
  const { changed, before, after, pages, passages, declared, changedAnswers, ms } = report;
  return {
    changed,
    before: before.version,
    after: after.version,
    pages: {
      added: pages.added.length,
      changed: pages.changed.length,
      removed: pages.removed.length,
    },
    passages,
    declared: {
      total: declared.total,
      passing: declared.passing,
      nowFailing: declared.nowFailing.length,
    },
    changedAnswers: changedAnswers.length,
    closedGaps: closed.map(({ number }) => number),
    told,
    ms,
  };
}
