import type { Passage, Topic } from "./types.ts";

/** Folders of pages to browse, in alphabetical order; pages at the top level come under "General". */
export function topicsOf(passages: readonly Passage[]): Topic[] {
  const topics = new Map<string, Map<string, Topic["pages"][number]>>();
  for (const passage of passages) {
    const slash = passage.page.lastIndexOf("/");
    const name = slash < 0 ? "General" : readable(passage.page.slice(0, slash));
    const pages = topics.get(name) ?? new Map<string, Topic["pages"][number]>();
    topics.set(name, pages);
    if (!pages.has(passage.page)) {
      pages.set(passage.page, {
        path: passage.page,
        title: passage.headings[0],
        passage: passage.id,
      });
    }
  }
  return [...topics]
    .map(([name, pages]) => ({ name, pages: [...pages.values()] }))
    .toSorted((a, b) => a.name.localeCompare(b.name));
}

/** `computer-science/basics` reads as "Computer science › Basics". */
function readable(folder: string): string {
  return folder
    .split("/")
    .map((part) => part.replaceAll(/[-_]+/gu, " ").replace(/^./u, (letter) => letter.toUpperCase()))
    .join(" › ");
}
