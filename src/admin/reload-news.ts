import { canRead } from "../access.ts";
import { createBestEffort } from "../best-effort.ts";
import { code, list, paragraph } from "../own-blocks.ts";
import { counted } from "../phrases.ts";
import type {
  Actor,
  AdminReply,
  Clock,
  Log,
  Metrics,
  ReloadReport,
  Snapshot,
  Store,
} from "../ports.ts";
import { redact } from "../redact.ts";
import { isRecord, isTexts } from "../shapes.ts";
import type { DeclaredQuestion } from "../types.ts";
import { readablePages, refusal, reply } from "./command.ts";
import { moment } from "./wording.ts";

type Failing = Pick<DeclaredQuestion, "page" | "line" | "text" | "kind">;

/** What a reload made different, for whoever wants to look at it afterwards. */
interface News {
  readonly from: string;
  readonly to: string;
  /** Epoch ms. */
  readonly at: number;
  /** Declared questions that no longer hold. */
  readonly failing: readonly Failing[];
  readonly changed: readonly {
    /** Without what could be somebody's. */
    readonly question: string;
    /** Of each page that it was or is answered from. */
    readonly audiences: readonly (readonly string[])[];
  }[];
}

export const RELOAD_NEWS = "reload-news";
/** Whoever reloads looks soon. */
const KEPT_MS = 86_400_000;

export interface ReloadNews {
  /** Of a reload that changed nothing there is none. */
  keep(report: ReloadReport): Promise<void>;
  /** As much of it as this actor may hear; questions only, because they tell what pages are about. */
  show(snapshot: Snapshot, actor: Actor): Promise<AdminReply>;
}

/** In the store: the button below a reload's reply may reach another replica than the one that reloaded. */
export function createReloadNews({
  store,
  clock,
  log,
  metrics,
}: {
  readonly store: Pick<Store, "get" | "set">;
  readonly clock: Pick<Clock, "now">;
  readonly log: Log;
  readonly metrics: Metrics;
}): ReloadNews {
  const attempt = createBestEffort(log, metrics);
  return {
    async keep(report) {
      if (!report.changed) return;
      await attempt("reload-news", undefined, () =>
        store.set(RELOAD_NEWS, newsOf(report, clock.now()), { ttlMs: KEPT_MS }),
      );
    },
    async show(snapshot, actor) {
      const news = await attempt("reload-news", undefined, async () =>
        parseNews(await store.get(RELOAD_NEWS)),
      );
      if (news === undefined) {
        return refusal("Nothing was reloaded with other pages within the last day.", "usage");
      }
      const mayRead = await readablePages(snapshot, actor);
      return draw(news, mayRead, actor);
    },
  };
}

/** Questions without those that differ in capitals only: whoever asks them, they are one to look at. */
export function distinctQuestions(questions: readonly string[]): readonly string[] {
  const first = new Map<string, string>();
  for (const question of questions) {
    const key = question.toLowerCase();
    if (!first.has(key)) first.set(key, question);
  }
  return [...first.values()];
}

function newsOf({ before, after, declared, changedAnswers }: ReloadReport, at: number): News {
  return {
    from: before.version,
    to: after.version,
    at,
    failing: declared.nowFailing.map(({ page, line, text, kind }) => ({ page, line, text, kind })),
    changed: changedAnswers.map(({ question, before, after }) => ({
      question: redact(question),
      audiences: [before, after].flatMap((outcome) =>
        outcome.kind === "found" ? outcome.citations.map(({ passage }) => passage.audience) : [],
      ),
    })),
  };
}

function draw(news: News, mayRead: (page: string) => boolean, actor: Actor): AdminReply {
  const failing = news.failing.filter(({ page }) => mayRead(page));
  const seen = news.changed.filter(
    ({ audiences }) =>
      actor.from === "shell" || audiences.every((audience) => canRead({ audience }, actor.asker)),
  );
  const changed = distinctQuestions(seen.map(({ question }) => question));
  const hidden = news.failing.length - failing.length + (news.changed.length - seen.length);
  const opening = paragraph(
    "Knowledge ",
    code(news.from.slice(0, 7)),
    " was replaced by ",
    code(news.to.slice(0, 7)),
    ` on ${moment(news.at)} UTC.`,
  );
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
    ...(hidden === 0
      ? []
      : [paragraph(`${counted(hidden, "more", "more")} in pages that you may not read.`)]),
  ];
  const told = body.length === 0 ? [paragraph("Nothing is answered differently.")] : body;
  return reply([opening, ...told], {
    from: news.from,
    to: news.to,
    at: new Date(news.at).toISOString(),
    nowFailing: failing,
    changedAnswers: changed,
    hidden,
  });
}

/** Undefined: nothing was reloaded of late, somebody was forgotten since, or it is not in a shape we write. */
function parseNews(value: unknown): News | undefined {
  if (!isRecord(value) || !Array.isArray(value["failing"]) || !Array.isArray(value["changed"])) {
    return undefined;
  }
  const { from, to, at } = value;
  if (typeof from !== "string" || typeof to !== "string" || typeof at !== "number")
    return undefined;
  return {
    from,
    to,
    at,
    failing: value["failing"].filter(isFailing),
    changed: value["changed"].filter(isChanged),
  };
}

function isFailing(value: unknown): value is Failing {
  if (!isRecord(value)) return false;
  const { page, line, text, kind } = value;
  if (kind !== "answers" && kind !== "never") return false;
  return typeof page === "string" && typeof line === "number" && typeof text === "string";
}

function isChanged(value: unknown): value is News["changed"][number] {
  if (!isRecord(value)) return false;
  const { question, audiences } = value;
  return typeof question === "string" && Array.isArray(audiences) && audiences.every(isTexts);
}
