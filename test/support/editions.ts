import { checkKnowledge } from "../../src/authoring/check-knowledge.ts";
import type { Edition } from "../../src/authoring/diff-answers.ts";
import type { Screen } from "../../src/authoring/draft.ts";
import type { Tally } from "../../src/feedback.ts";
import type { Problem } from "../../src/types.ts";
import { snapshotOfPages } from "./build-snapshot.ts";

/** Pages given as path and Markdown, and `questions.yaml`, with the snapshot of them. */
export function editionOf(
  pages: Readonly<Record<string, string>>,
  { questions, synonyms }: { readonly questions?: string; readonly synonyms?: string } = {},
): Edition {
  const source = {
    pages: Object.entries(pages).map(([path, markdown]) => ({ path, markdown })),
    problems: [],
    ...(questions === undefined ? {} : { questions }),
    ...(synonyms === undefined ? {} : { synonyms }),
  };
  return { source, snapshot: snapshotOfPages(source) };
}

const CHECKED_AT = Date.parse("2026-11-21T12:00:00Z");

export function problemsOf(
  { source, snapshot }: Edition,
  screens: readonly Screen[] = [],
  votes: Tally["pages"] = [],
): Promise<readonly Problem[]> {
  return checkKnowledge(source, snapshot, { now: CHECKED_AT, screens, votes });
}

/** A page that nothing is wrong with. */
export function page(title: string, body: string, frontMatter = ""): string {
  return `---\ntitle: ${title}\nowner: it-team\nreviewed: 2026-11-02\n${frontMatter}---\n# ${title}\n\n${body}\n`;
}
