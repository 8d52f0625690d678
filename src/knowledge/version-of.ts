import type { Pages } from "../ports.ts";
import { isAccessFile } from "./access-file.ts";

const DIGITS = 12;

/**
 * The version of some pages: a digest of all they say and of who may read them, and of the commit they were read at where
 * there is one.
 */
export function versionOf(
  { pages, synonyms = "", revision = "", access = [], problems }: Pages,
  hash: (text: string) => string,
): string {
  const closed = problems.filter(({ page }) => isAccessFile(page));
  const parts = [
    ...pages.map((page) => `${page.path}\n${page.markdown}`),
    ...access.map(({ path, text }) => `${path}\n${text}`),
    ...closed.map(({ page, code }) => `${page}\n${code}`),
  ];
  return hash([revision, synonyms, ...parts].join("\n\0")).slice(0, DIGITS);
}

/** Like the version, with what could not be read: equal where a build would come to the very same. */
export function stateOf(pages: Pages, hash: (text: string) => string): string {
  return hash(
    JSON.stringify([versionOf(pages, hash), pages.problems, pages.questions ?? ""]),
  ).slice(0, DIGITS);
}
