import type { Problem } from "../types.ts";
import { closest } from "./closest.ts";
import { fileCalled, isFileName } from "./dead-files.ts";
import type { FolderFiles } from "./dead-files.ts";
import { withoutEnding } from "./page-file.ts";
import type { PagePassages } from "./passages.ts";
import { slugOf } from "./slug.ts";

type WikiPage = Pick<PagePassages, "path" | "title" | "frontMatter" | "anchors" | "wikiLinks">;

/**
 * The links of a wiki that lead nowhere. `[[Name]]` means the page whose title, other name or file is called so, wherever it
 * lies, and `[[plan.pdf]]` a file of that name, where it is known which there are.
 */
export function deadWikiLinks(pages: readonly WikiPage[], files?: FolderFiles): readonly Problem[] {
  const named = new Map<string, WikiPage>();
  for (const page of pages) {
    for (const name of namesOf(page)) named.set(folded(name), named.get(folded(name)) ?? page);
  }
  const names = pages.map(({ title }) => title);
  return pages.flatMap((page) =>
    page.wikiLinks.flatMap(({ target, line }): readonly Problem[] => {
      const [name = "", ...parts] = target.split("#");
      const to = name === "" ? page : named.get(folded(withoutEnding(name)));
      const place = { page: page.path, line, severity: "warning" } as const;
      if (to === undefined) {
        if (/\.[a-z\d]{2,5}$/iu.test(name)) return lostFile(name, place, files);
        const meant = closest(name, names);
        return [
          {
            ...place,
            code: "dead-link",
            message: `[[${name}]] is the name of no page${meant === undefined ? "" : `, did you mean [[${meant}]]?`}`,
            remedy: "Correct the name, or write the page.",
          },
        ];
      }
      const heading = parts.at(-1) ?? "";
      if (heading === "" || heading.startsWith("^") || to.anchors.includes(slugOf(heading)))
        return [];
      return [
        {
          ...place,
          code: "dead-anchor",
          message: `[[${target}]] names a heading that ${to.path} does not have`,
          remedy: "Name a heading that is there.",
        },
      ];
    }),
  );
}

function lostFile(
  name: string,
  place: Pick<Problem, "page" | "line" | "severity">,
  files: FolderFiles,
): readonly Problem[] {
  if (files === undefined || !isFileName(name)) return [];
  if (fileCalled(name.trim().normalize("NFC"), files) !== undefined) return [];
  const message = `[[${name}]] is the name of no page and of no file`;
  const remedy = "Correct the name, or put the file into the folder.";
  return [{ ...place, code: "dead-file", message, remedy }];
}

/** A page under its title, its other names and its path, from each of its folders on. */
function namesOf({ path, title, frontMatter }: WikiPage): readonly string[] {
  const parts = withoutEnding(path).split("/");
  return [title, ...frontMatter.aliases, ...parts.map((_, at) => parts.slice(at).join("/"))];
}

function folded(name: string): string {
  return name
    .trim()
    .normalize("NFC")
    .toLowerCase()
    .replaceAll(/[-_\s]+/gu, " ");
}
