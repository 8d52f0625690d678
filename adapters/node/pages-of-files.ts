import { decodePage, isAccessFile } from "../../src/index.ts";
import type { Page, Pages, Problem } from "../../src/index.ts";
import { QUESTIONS, SYNONYMS } from "./folder-walk.ts";

/** A file of the knowledge, read. */
export interface ReadFile {
  readonly path: string;
  /** Or why there are none. */
  readonly bytes: Uint8Array | Problem;
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
  for (const { path, bytes } of files) {
    if (!(bytes instanceof Uint8Array)) {
      problems.push(bytes);
      continue;
    }
    // A Mac writes é as two characters; who links to the page, or asks for it, writes one.
    const name = path.normalize("NFC");
    const decoded = decodePage(bytes, name);
    problems.push(...decoded.problems);
    if (decoded.text === undefined) continue;
    if (name === SYNONYMS) synonyms = decoded.text;
    else if (name === QUESTIONS) questions = decoded.text;
    else if (isAccessFile(name)) access.push({ path: name, text: decoded.text });
    else pages.push({ path: name, markdown: decoded.text, ...address(path) });
  }
  return {
    pages,
    problems,
    ...(access.length === 0 ? {} : { access }),
    ...(synonyms === undefined ? {} : { synonyms }),
    ...(questions === undefined ? {} : { questions }),
  };
}
