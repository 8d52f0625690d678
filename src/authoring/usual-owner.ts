import { parseFrontMatter } from "../knowledge/front-matter.ts";
import { pageText } from "../knowledge/page-text.ts";
import type { Pages } from "../ports.ts";

/** Who owns most of the pages of a folder; undefined where none of them has an owner. Ties go to the first by name. */
export function usualOwner(source: Pages, folder: string): string | undefined {
  const counts = new Map<string, number>();
  for (const { path, markdown } of source.pages) {
    if (path.slice(0, Math.max(0, path.lastIndexOf("/"))) !== folder) continue;
    const { text } = pageText(markdown, path);
    const owner = text === undefined ? undefined : parseFrontMatter(text, path).frontMatter.owner;
    if (owner !== undefined) counts.set(owner, (counts.get(owner) ?? 0) + 1);
  }
  const [most] = [...counts].toSorted(([one, a], [other, b]) => b - a || (one < other ? -1 : 1));
  return most?.[0];
}
