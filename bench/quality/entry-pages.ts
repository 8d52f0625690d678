import type { Page } from "../../src/index.ts";
import type { Entry } from "./question-set.ts";

/** One page an entry, its title as the heading. The path says nothing, so that neither ids nor names of files match a question. */
export function entryPages(entries: readonly Entry[]): Page[] {
  return entries.map(({ title, text }, number) => {
    const heading = title.replaceAll(/\s+/gu, " ").trim();
    return { path: pathOf(number), markdown: heading === "" ? text : `# ${heading}\n\n${text}` };
  });
}

/** The number of the entry that a page was made from. */
export function entryNumber(path: string): number {
  return Number.parseInt(path, 10);
}

function pathOf(number: number): string {
  return `${number}.md`;
}
