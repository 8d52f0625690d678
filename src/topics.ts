import type { Passage, Topic } from "./types.ts";

/** Folders of pages to browse, in alphabetical order; pages at the top level come under "General". */
export function topicsOf(passages: readonly Passage[]): Topic[] {
  const folders = new Map<string, Passage[]>();
  for (const passage of passages) {
    const folder = passage.page.slice(0, Math.max(0, passage.page.lastIndexOf("/")));
    const known = folders.get(folder);
    if (known === undefined) folders.set(folder, [passage]);
    else known.push(passage);
  }
  return [...folders]
    .map(([folder, within]) => ({ name: nameOf(folder, within), pages: pagesOf(within) }))
    .toSorted((a, b) => a.name.localeCompare(b.name));
}

function pagesOf(passages: readonly Passage[]): Topic["pages"] {
  const pages = new Map<string, Topic["pages"][number]>();
  for (const { page, headings, id } of passages) {
    if (!pages.has(page)) pages.set(page, { path: page, title: headings[0], passage: id });
  }
  return [...pages.values()];
}

/** `computer-science/basics` reads as "Computer science › Basics", and `apis` as the headings below it write it: "APIs". */
function nameOf(folder: string, passages: readonly Passage[]): string {
  if (folder === "") return "General";
  const abbreviations = abbreviationsIn(passages);
  return folder
    .split("/")
    .map((part) =>
      part
        .split(/[-_]+/u)
        .map((word) => abbreviations.get(word.toLowerCase()) ?? word)
        .join(" ")
        .replace(/^./u, (letter) => letter.toUpperCase()),
    )
    .join(" › ");
}

/** Two capitals make an abbreviation, unless the whole heading is written in them. */
const ABBREVIATION = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}]*\p{Lu}[\p{L}\p{N}]*/gu;

/** Words of the headings that are written with several capitals, by how a folder would be called after them. */
function abbreviationsIn(passages: readonly Passage[]): ReadonlyMap<string, string> {
  const forms = new Map<string, string>();
  const headings = new Set(passages.flatMap((passage) => passage.headings));
  for (const heading of headings) {
    if (heading.toUpperCase() === heading && /\s/u.test(heading)) continue;
    for (const [form] of heading.matchAll(ABBREVIATION)) {
      if (!forms.has(form.toLowerCase())) forms.set(form.toLowerCase(), form);
    }
  }
  return forms;
}
