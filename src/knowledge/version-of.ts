import type { Pages } from "../ports.ts";
import { isAccessFile } from "./access-file.ts";

const DIGITS = 12;

/**
 * The version of some pages: a digest of all they say and of who may read them, and of the commit they were read at where
 * there is one. A digest of digests: all pages as one text would take as much memory as the pages.
 */
export function versionOf(
  { pages, synonyms = "", revision = "", access = [], problems }: Pages,
  hash: (text: string) => string,
): string {
  const said = [
    revision,
    hash(synonyms),
    pages.map(({ path, markdown }) => [path, hash(markdown)]),
    access.map(({ path, text }) => [path, hash(text)]),
    problems.filter(({ page }) => isAccessFile(page)).map(({ page, code }) => [page, code]),
  ];
  return hash(JSON.stringify(said)).slice(0, DIGITS);
}

/** Like the version, with what could not be read: equal where a build would come to the very same. */
export function stateOf(pages: Pages, hash: (text: string) => string): string {
  return hash(
    JSON.stringify([versionOf(pages, hash), pages.problems, pages.questions ?? ""]),
  ).slice(0, DIGITS);
}
