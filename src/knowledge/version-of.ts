import type { Pages } from "../ports.ts";
import type { SnapshotFacts } from "../types.ts";
import { isAccessFile } from "./page-file.ts";

const DIGITS = 12;

/**
 * The version of some pages: a digest of all they say and of who may read them, and of the commit they were read at where
 * there is one. A digest of digests: all pages as one text would take as much memory as the pages.
 */
function versionOf(
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

/** Which pages a snapshot is of. */
export type Origin = Pick<SnapshotFacts, "version" | "revision">;

export function originOf(pages: Pages, hash: (text: string) => string): Origin {
  const { revision } = pages;
  return { version: versionOf(pages, hash), ...(revision === undefined ? {} : { revision }) };
}

/** Like the version, with what could not be read: equal where a build would come to the very same. */
export function stateOf(
  pages: Pages,
  hash: (text: string) => string,
  version = versionOf(pages, hash),
): string {
  const { problems, questions = "" } = pages;
  return hash(JSON.stringify([version, problems, questions])).slice(0, DIGITS);
}
