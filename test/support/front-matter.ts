import { parseFrontMatter } from "../../src/knowledge/front-matter.ts";

/** The front matter of a page of these lines. */
export function parse(...lines: readonly string[]) {
  return parseFrontMatter(lines.join("\n"), "page.md");
}

/** Each problem as `line code`. */
export function codes(parsed: ReturnType<typeof parse>): readonly string[] {
  return parsed.problems.map(({ line, code }) => `${line} ${code}`);
}
