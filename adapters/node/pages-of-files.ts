import { isAccessFile } from "../../src/building.ts";
import type { decodePage } from "../../src/building.ts";
import type { Page, Pages, Problem } from "../../src/index.ts";
import { QUESTIONS, SYNONYMS } from "./folder-walk.ts";

/** A file of the knowledge, read. */
export interface ReadFile {
  readonly path: string;
  readonly read: ReturnType<typeof decodePage>;
}

/** A Mac writes é as two characters; who links to the page, or asks for it, writes one. */
export function pageName(path: string): string {
  return path.normalize("NFC");
}

/** Files as pages, whatever they were read from; `address` is what a page's own web address is made by. */
export function pagesOfFiles(
  files: readonly ReadFile[],
  found: readonly Problem[],
  address: (path: string) => Pick<Page, "revision" | "url"> = () => ({}),
): Pages {
  const pages: Page[] = [];
  const problems: Problem[] = [...found];
  const access: { readonly path: string; readonly text: string }[] = [];
  let synonyms: string | undefined;
  let questions: string | undefined;
  for (const { path, read } of files) {
    const name = pageName(path);
    const { text } = read;
    problems.push(...read.problems);
    if (text === undefined) continue;
    if (name === SYNONYMS) synonyms = text;
    else if (name === QUESTIONS) questions = text;
    else if (isAccessFile(name)) access.push({ path: name, text });
    else pages.push({ path: name, markdown: text, ...address(path) });
  }
  return {
    pages,
    problems,
    ...(access.length === 0 ? {} : { access }),
    ...(synonyms === undefined ? {} : { synonyms }),
    ...(questions === undefined ? {} : { questions }),
  };
}
