import type { Groups } from "../access.ts";
import { accessRules } from "../knowledge/access-rules.ts";
import type { Tally } from "../feedback.ts";
import type { FolderFiles } from "../knowledge/dead-files.ts";
import { deadLinks } from "../knowledge/dead-links.ts";
import { deadWikiLinks } from "../knowledge/dead-wiki-links.ts";
import { passagesOf } from "../knowledge/passages.ts";
import type { Pages, Snapshot } from "../ports.ts";
import type { Problem } from "../types.ts";
import { askDraft } from "./ask-draft.ts";
import type { Draft, OnProgress, Rule, Screen } from "./draft.ts";
import { expectedQuestions } from "./expected-questions.ts";
import { bareImages } from "./rules/bare-images.ts";
import { competingPages } from "./rules/competing-pages.ts";
import { cutAnswers } from "./rules/cut-answers.ts";
import { loneHeadings } from "./rules/lone-headings.ts";
import { pageCare } from "./rules/page-care.ts";
import { pings } from "./rules/pings.ts";
import { repeatedNames } from "./rules/repeated-names.ts";
import { repeatedQuestions } from "./rules/repeated-questions.ts";
import { secretsShown } from "./rules/secrets-shown.ts";
import { unreachedPassages } from "./rules/unreached-passages.ts";
import { votedDown } from "./rules/voted-down.ts";
import { withoutSecrets } from "./secrets.ts";

export interface CheckOptions {
  /** Epoch ms. */
  readonly now: number;
  /** Where answers are shown, to find those that do not fit. */
  readonly screens: readonly Screen[];
  /** As the snapshot was built with. */
  readonly groups?: Groups;
  /** What people said of answers from these pages, where that is known. */
  readonly votes?: Tally["pages"];
  /** The paths of all files of the folder, pages and others: links to files are judged by them, where they are known. */
  readonly files?: FolderFiles;
  readonly onProgress?: OnProgress;
}

const RULES: readonly Rule[] = [
  ({ snapshot }) => snapshot.facts.problems,
  ({ source, pages }) => expectedQuestions(source, pages).problems,
  ({ pages, files }) => deadLinks(pages, files),
  ({ pages, files }) => deadWikiLinks(pages, files),
  loneHeadings,
  repeatedNames,
  repeatedQuestions,
  competingPages,
  unreachedPassages,
  bareImages,
  cutAnswers,
  pageCare,
  votedDown,
  secretsShown,
  pings,
];

/**
 * Everything that is wrong with knowledge, by page and line, each once. `snapshot` has to be built from `source`: every declared
 * question and every heading is asked of it. No problem holds anything that looks like a secret.
 */
export async function checkKnowledge(
  source: Pages,
  snapshot: Snapshot,
  { now, screens, groups, votes = [], files, onProgress }: CheckOptions,
): Promise<readonly Problem[]> {
  const rules = accessRules(source, groups);
  const pages = source.pages.map((page) => passagesOf(page, rules));
  const asked = await askDraft(snapshot, pages, onProgress);
  const draft: Draft = { source, pages, snapshot, asked, now, screens, votes, files };
  const problems = RULES.flatMap((rule) => rule(draft)).map((problem): Problem => ({
    ...problem,
    message: withoutSecrets(problem.message),
    remedy: withoutSecrets(problem.remedy),
  }));
  const distinct = new Map(problems.map((problem) => [keyOf(problem), problem]));
  return [...distinct.values()].toSorted(
    (a, b) => compare(a.page, b.page) || a.line - b.line || compare(a.code, b.code),
  );
}

function keyOf({ page, line, code, message }: Problem): string {
  return [page, line, code, message].join("\n");
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
