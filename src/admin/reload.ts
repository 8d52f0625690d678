import { DocentError } from "../errors.ts";
import type { AdminReply, Actor, KnowledgeBase, ReloadReport } from "../ports.ts";
import { code, list, paragraph } from "../own-blocks.ts";
import type { Words } from "../own-blocks.ts";
import { refusal, reply, wordsFor } from "./command.ts";
import type { Command } from "./command.ts";
import { counted, figure } from "../phrases.ts";
import { distinctQuestions } from "./reload-news.ts";
import type { ReloadNews } from "./reload-news.ts";
import { reloadRecord } from "./reload-record.ts";
import type { Settled } from "./reload-record.ts";
import { duration, moment } from "./wording.ts";

export interface ReloadParts {
  readonly knowledge: Pick<KnowledgeBase, "snapshot" | "reload" | "rollback" | "versions">;
  /** Closes the gaps that have an answer now, and tells those who wanted to hear. */
  readonly settle: () => Promise<Settled>;
  readonly news: ReloadNews;
}

export function reloadCommands({ knowledge, settle, news }: ReloadParts): readonly Command[] {
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
        await reloadRecord(report, { closed: [], told: 0 }, knowledge.snapshot, actor),
      );
    }
    await news.keep(report);
    const settled = await settle();
    return reply(
      [paragraph(`${opening(report)} · ${after(report)}`), ...consequences(report, settled)],
      await reloadRecord(report, settled, knowledge.snapshot, actor),
      report.changedAnswers.length > 0 || report.declared.nowFailing.length > 0
        ? [{ label: "Show", command: "reload show" }]
        : [],
    );
  }

  return [
    {
      name: "reload",
      usage: "reload [show]",
      summary: "read the pages anew; “show” says what the last time made different",
      for: "admins",
      audited: (args) => (args === "show" ? undefined : "reload"),
      run: async (args, actor) =>
        args === "show"
          ? news.show(knowledge.snapshot, actor)
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

function consequences(
  { changedAnswers, declared }: ReloadReport,
  { closed, told }: Settled,
): readonly ReturnType<typeof paragraph>[] {
  const names = closed.flatMap(({ examples: [first] }) =>
    first === undefined ? [] : [`"${first}"`],
  );
  const questions = distinctQuestions(changedAnswers.map(({ question }) => question)).length;
  const named = names.length === 0 ? "" : ` (${names.slice(0, 5).join(", ")})`;
  const sentences: readonly (Words | readonly Words[])[] = [
    ...(closed.length === 0
      ? []
      : [
          `${counted(closed.length, "gap")} now ${closed.length === 1 ? "has" : "have"} an answer${named}`,
        ]),
    ...(told === 0 ? [] : [`${counted(told, "person was", "people were")} told`]),
    ...(questions === 0
      ? []
      : [
          [
            `${counted(questions, "recent question is", "recent questions are")} answered differently: `,
            code("reload show"),
          ],
        ]),
    ...(declared.nowFailing.length === 0
      ? []
      : [
          `${counted(declared.nowFailing.length, "declared question")} no longer ${declared.nowFailing.length === 1 ? "holds" : "hold"}`,
        ]),
  ];
  const parted = sentences.flatMap((words, index) => (index === 0 ? words : [" · ", words].flat()));
  return parted.length === 0 ? [] : [paragraph(...parted)];
}
