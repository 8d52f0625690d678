import { PUBLIC } from "../access.ts";
import type { PagePassages } from "../knowledge/passages.ts";
import type { Snapshot } from "../ports.ts";
import type { Why } from "../types.ts";
import type { Asked, OnProgress } from "./draft.ts";

/** The second part and those behind it of a section that is too long for one passage. */
const LATER_PART = /~\d+$/;

type Asking = Omit<Asked, "why"> & { readonly labels: readonly string[] };

/** Asks everything that the pages let people ask, as somebody who may read the page: declared questions, then headings. */
export async function askDraft(
  snapshot: Snapshot,
  pages: readonly PagePassages[],
  onProgress?: OnProgress,
): Promise<readonly Asked[]> {
  const askings = [...pages.flatMap(questionsOf), ...pages.flatMap(headingsOf)];
  const asked: Asked[] = [];
  // Reference pages have the same few headings a thousand times.
  const known = new Map<string, Why>();
  for (const { labels, ...asking } of askings) {
    const asker = { id: "docent:author", labels };
    const key = [asking.text, ...labels].join("\n");
    const why = known.get(key) ?? (await snapshot.why({ text: asking.text, asker }));
    known.set(key, why);
    asked.push({ ...asking, why });
    onProgress?.(asked.length, askings.length);
  }
  return asked;
}

function questionsOf({ declared, frontMatter }: PagePassages): readonly Asking[] {
  return declared
    .filter(({ kind }) => kind === "answers")
    .map(({ text, page, line }) => ({
      kind: "question",
      text,
      page,
      line,
      labels: labelsOf(frontMatter),
    }));
}

function headingsOf({ passages, frontMatter }: PagePassages): readonly Asking[] {
  return passages
    .filter(({ passage }) => !LATER_PART.test(passage.id))
    .map(({ passage }) => ({
      kind: "heading",
      text: passage.headings.at(-1) ?? passage.headings[0],
      page: passage.page,
      line: passage.lines[0],
      labels: labelsOf(frontMatter),
    }));
}

function labelsOf({ audience }: PagePassages["frontMatter"]): readonly string[] {
  return audience.includes(PUBLIC) ? [] : audience;
}
