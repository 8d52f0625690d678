import { sameTitles } from "../../knowledge/duplicates.ts";
import type { Problem } from "../../types.ts";
import type { Rule } from "../draft.ts";
import { lineFinder } from "../line-of.ts";
import { sameWords } from "../same-words.ts";

/** Titles and aliases that two pages share: whoever asks by that name gets one of them by chance. */
export const repeatedNames: Rule = ({ source, pages }) => {
  const lineOf = lineFinder(source);
  const titles = Map.groupBy(pages, ({ title }) => sameWords(title));
  const aliases = new Map<string, string>();
  const problems: Problem[] = [...sameTitles(pages)];
  for (const { path, frontMatter } of pages) {
    for (const alias of frontMatter.aliases) {
      const name = sameWords(alias);
      const titled = titles.get(name)?.find((page) => page.path !== path);
      const other = aliases.get(name);
      const fault =
        titled !== undefined
          ? shadowing(alias, titled.path)
          : other !== undefined && other !== path
            ? repeated(alias, other)
            : undefined;
      if (other === undefined) aliases.set(name, path);
      if (fault === undefined) continue;
      const [code, message, remedy] = fault;
      problems.push({
        page: path,
        line: lineOf(path, alias),
        severity: "warning",
        code,
        message,
        remedy,
      });
    }
  }
  return problems;
};

type Fault = readonly [code: string, message: string, remedy: string];

function shadowing(alias: string, page: string): Fault {
  return [
    "shadowed-title",
    `The alias “${alias.slice(0, 80)}” is the title of ${page}`,
    "Delete the alias: who asks by that name means the page that is called so.",
  ];
}

function repeated(alias: string, page: string): Fault {
  return [
    "repeated-alias",
    `The alias “${alias.slice(0, 80)}” also belongs to ${page}`,
    "Leave it on the page that people mean by it.",
  ];
}
