import type { Page, Problem } from "../types.ts";

/**
 * The pages, each path once: of two with the same path the first counts, so that every passage's id
 * is its own. The rest are reported.
 */
export function distinctPages(pages: readonly Page[]): {
  readonly pages: readonly Page[];
  readonly problems: readonly Problem[];
} {
  const paths = new Set<string>();
  const problems: Problem[] = [];
  const distinct = pages.filter(({ path }) => {
    if (!paths.has(path)) return paths.add(path);
    problems.push({
      page: path,
      line: 0,
      severity: "error",
      code: "duplicate-page",
      message: "Two pages have this path; the second was left out",
      remedy: "Rename one of them.",
    });
    return false;
  });
  return { pages: distinct, problems };
}

/**
 * Pages of one title, which an asker cannot tell apart in a list: a warning for each but the first
 * by path.
 */
export function sameTitles(
  pages: readonly { readonly path: string; readonly title: string }[],
): readonly Problem[] {
  const firsts = new Map<string, string>();
  const problems: Problem[] = [];
  for (const { path, title } of pages.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
    const first = firsts.get(title.toLowerCase());
    if (first === undefined) firsts.set(title.toLowerCase(), path);
    else {
      problems.push({
        page: path,
        line: 1,
        severity: "warning",
        code: "duplicate-title",
        message: `Two pages are called "${title.slice(0, 80)}": this one and ${first}`,
        remedy: "Give one of them another title, or make them one page.",
      });
    }
  }
  return problems;
}
