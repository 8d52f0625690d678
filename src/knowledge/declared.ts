import { PUBLIC } from "../access.ts";
import type { DeclaredQuestion, Problem } from "../types.ts";
import { closest } from "./closest.ts";
import type { ParsedFrontMatter } from "./front-matter.ts";
import { ownText } from "./own-text.ts";

/**
 * `How long is leave? -> #annual-leave`, parted at the last arrow, so that a question may have
 * arrows of its own.
 */
const ARROW = "->";

export interface PageSlugs {
  /** Of every section. */
  readonly all: readonly string[];
  /** Of those that have text, with the slug of the passage that holds it: their own, or that of the section they are part of. */
  readonly withText: ReadonlyMap<string, string>;
}

/**
 * The questions that a page's front matter declares, those it answers first. One that names a
 * section which is not there is reported and counts for the whole page.
 */
export function declaredQuestions(
  path: string,
  { frontMatter, questionLines, neverLines }: ParsedFrontMatter,
  slugs: PageSlugs,
): { readonly declared: readonly DeclaredQuestion[]; readonly problems: readonly Problem[] } {
  const declared: DeclaredQuestion[] = [];
  const problems: Problem[] = [];
  const warn = (line: number, code: string, message: string, remedy: string): void => {
    problems.push({ page: path, line, severity: "warning", code, message, remedy });
  };

  const { audience } = frontMatter;
  const restricted = audience.includes(PUBLIC) ? {} : { audience };
  for (const [index, entry] of frontMatter.questions.entries()) {
    const line = questionLines[index] ?? 0;
    const { text: asked, slug } = parted(entry);
    const text = ownText(asked);
    if (text === "") {
      warn(
        line,
        "empty-question",
        `\`${entry.slice(0, 80)}\` asks nothing`,
        "Write the question before the arrow.",
      );
      continue;
    }
    if (text.endsWith(ARROW)) {
      const remedy = `Write \`- "${text.slice(0, 60)} #…"\`: outside quotes YAML takes \`#\` for a comment.`;
      warn(line, "unquoted-question", "The section behind the arrow is missing", remedy);
    }
    const question = { text, page: path, line, kind: "answers", ...restricted } as const;
    const holding = slug === undefined ? undefined : slugs.withText.get(slug);
    if (slug === undefined) {
      declared.push(question);
    } else if (holding !== undefined) {
      declared.push({ ...question, passage: `${path}#${holding}` });
    } else {
      declared.push(question);
      warn(line, "unknown-section", ...unknownSection(slug, slugs));
    }
  }
  for (const [index, text] of frontMatter.never.entries()) {
    declared.push({
      text: ownText(text),
      page: path,
      line: neverLines[index] ?? 0,
      kind: "never",
      ...restricted,
    });
  }
  return { declared, problems };
}

function parted(entry: string): { readonly text: string; readonly slug?: string } {
  const arrow = entry.lastIndexOf(ARROW);
  const target = arrow < 0 ? "" : entry.slice(arrow + ARROW.length).trim();
  if (!/^#\S+$/.test(target)) return { text: entry };
  return { text: entry.slice(0, arrow).trim(), slug: target.slice(1) };
}

function unknownSection(slug: string, slugs: PageSlugs): [message: string, remedy: string] {
  const shown = slug.slice(0, 80);
  if (slugs.all.includes(slug)) {
    return [
      `The section \`#${shown}\` has no text of its own`,
      "Name one of the sections below it.",
    ];
  }
  const meant = closest(slug, slugs.withText.keys());
  if (meant === undefined) {
    const some = [...slugs.withText.keys()].slice(0, 5).map((known) => `#${known}`);
    const remedy =
      some.length === 0
        ? "Leave the arrow out."
        : `Name a section of this page, such as ${some.join(", ")}.`;
    return [`The page has no section \`#${shown}\``, remedy];
  }
  return [
    `The page has no section \`#${shown}\`, did you mean \`#${meant}\`?`,
    `Write \`-> #${meant}\`.`,
  ];
}
