import { unixLines } from "../knowledge/page-text.ts";
import type { Pages } from "../ports.ts";

/** Finds the first line of a page that holds a text, or that an expression matches; 1 where none does. */
export function lineFinder(source: Pages): (page: string, wanted: string | RegExp) => number {
  const markdownOf = new Map(source.pages.map(({ path, markdown }) => [path, markdown]));
  return (page, wanted) => {
    const lines = unixLines(markdownOf.get(page) ?? "").split("\n");
    const index = lines.findIndex((line) =>
      typeof wanted === "string" ? line.includes(wanted) : wanted.test(line),
    );
    return Math.max(0, index) + 1;
  };
}
