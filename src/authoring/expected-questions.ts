import { PUBLIC } from "../access.ts";
import { closest } from "../knowledge/closest.ts";
import type { PagePassages } from "../knowledge/passages.ts";
import { QUESTION_FILE, readQuestionFile } from "../knowledge/question-file.ts";
import type { ExpectedQuestion } from "../knowledge/question-file.ts";
import type { Pages } from "../ports.ts";
import type { Problem } from "../types.ts";

/** A question of `questions.yaml`, with what its asker may read. */
export type AskedFor = ExpectedQuestion & { readonly labels: readonly string[] };

/**
 * The questions of `questions.yaml`. One that expects a restricted page is asked as somebody who may read it; one that expects
 * what is not there is an error, and is asked all the same.
 */
export function expectedQuestions(
  source: Pages,
  pages: readonly PagePassages[],
): { readonly questions: readonly AskedFor[]; readonly problems: readonly Problem[] } {
  const read = readQuestionFile(source.questions ?? "");
  const byPath = new Map(pages.map((page) => [page.path, page]));
  const problems: Problem[] = [...read.problems];
  const questions = read.questions.map((question): AskedFor => {
    const labels = new Set<string>();
    for (const wanted of question.expect) {
      const [path = "", slug] = wanted.split("#", 2);
      const page = byPath.get(path);
      for (const label of page?.frontMatter.audience ?? []) if (label !== PUBLIC) labels.add(label);
      const fault = faultOf(path, slug, page, byPath);
      if (fault === undefined) continue;
      const [message, remedy] = fault;
      problems.push({
        page: QUESTION_FILE,
        line: question.line,
        severity: "error",
        code: "unknown-target",
        message,
        remedy,
      });
    }
    return { ...question, labels: [...labels] };
  });
  return { questions, problems };
}

function faultOf(
  path: string,
  slug: string | undefined,
  page: PagePassages | undefined,
  byPath: ReadonlyMap<string, PagePassages>,
): readonly [message: string, remedy: string] | undefined {
  const suggest = (meant: string | undefined): string =>
    meant === undefined
      ? "Name a page of the folder as `it/vpn.md#section`."
      : `Write \`${meant}\`.`;
  if (page === undefined) {
    const message = `An answer is expected from ${path.slice(0, 120)}, which is no page`;
    return [message, suggest(closest(path, byPath.keys()))];
  }
  const slugs = page.passages.map(({ passage }) => passage.id.slice(path.length + 1));
  if (slug === undefined || slugs.includes(slug)) return undefined;
  const meant = closest(slug, slugs);
  const message = `An answer is expected from #${slug.slice(0, 80)}, a section that ${path} does not have`;
  return [message, suggest(meant === undefined ? path : `${path}#${meant}`)];
}
